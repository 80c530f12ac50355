import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// Prints every regular expression of src as JSON lines: the literals, as the compiler reads them, and those that are
// put together while the rooms are loaded. A process of its own, since it looks over the shoulder of `RegExp`.

const src = join(__dirname, '..', '..', 'src');
const found = new Map<string, { readonly source: string; readonly flags: string; readonly where: string }>();

function keep(source: string, flags: string, where: string): void {
  const key = `/${source}/${flags}`;
  if (!found.has(key)) found.set(key, { source, flags, where });
}

function keepLiterals(file: string): void {
  const tree = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      keep(node.text.slice(1, end), node.text.slice(end + 1), file);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

/** The file behind the proxy and this one. */
const callerOf = ({ stack = '' }: Error) =>
  /\((?:file:\/\/)?(\/[^)]*)/u.exec(stack.split('\n')[2] ?? '')?.[1] ?? '';

async function keepConstructed(): Promise<void> {
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [source, flags]: [string, string | undefined]) => {
      // What packages put together is theirs.
      if (callerOf(new Error()).startsWith(src)) keep(source, flags ?? '', 'put together');
      return new target(source, flags);
    },
  });
  await import('../../src/bot.js');
  await import('../../src/sandbox/sandbox.js');
  await import('../../src/operator/doctor.js');
  const { compiledCues } = await import('../../src/understand/cue-sets.js');
  globalThis.RegExp = Original;
  for (const { source, flags } of compiledCues) keep(source, flags, 'cue');
}

async function main(): Promise<void> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(?:ts|mjs)$/u.test(name))) keepLiterals(file);
  await keepConstructed();
  for (const pattern of found.values()) process.stdout.write(`${JSON.stringify(pattern)}\n`);
}

void main();
