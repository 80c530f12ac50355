/**
 * `npm run --silent understand`: what the parser makes of lines `{"locale":…,"text":…}` on standard input, or of one
 * text given as argument. Lines out are in the order of lines in; one that is no JSON is reported and ends in exit code 1.
 */
import { createInterface } from 'node:readline';
import { understand } from './understand';

function answer(utterance: { readonly text: string; readonly locale?: string }): string {
  const { intent, query, queryKind, reason } = understand(utterance);
  return JSON.stringify({ intent, query, queryKind, reason });
}

/** The utterance of a line, or undefined if it is none. */
function readLine(line: string): { readonly text: string; readonly locale?: string } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
      return undefined;
    return 'locale' in value && typeof value.locale === 'string'
      ? { text: value.text, locale: value.locale }
      : { text: value.text };
  } catch {
    return undefined; // no JSON: reported by the caller with the line's number
  }
}

async function answerLines(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    // Files saved on Windows begin with a byte order mark, which is no JSON.
    const utterance = readLine(number === 1 ? line.replace(/^\uFEFF/u, '') : line);
    if (utterance) {
      console.log(answer(utterance));
      continue;
    }
    console.error(`line ${number}: not a JSON object with a string "text"`);
    console.log(JSON.stringify({ intent: 'none', query: null, queryKind: null, reason: 'not-json' }));
    process.exitCode = 1;
  }
}

// Words that the shell has parted belong together: `understand -- help me with PC-1` is one text.
const words = process.argv.slice(2);
if (words.length === 0) void answerLines();
else console.log(answer({ text: words.join(' ') }));
