import { readEntities, type Entities } from './entities';
import type { Utterance } from './intention';
import { fillersFor, lexiconsFor, type Lexicon } from './lexicon';
import { markLanguages } from './language-names';
import { PERSON_MARK, readMentions, type MentionedPerson } from './mentions';
import { cutText, normalise, toCueText } from './normalise';
import { toLine, type Line } from './cue-sets';
import { mark } from './patterns';
import { edit, tidy, type Edit, type Spoken } from './spoken';

/** Mentions can be long; more than this of the raw text is not even looked at. */
const LONGEST_RAW = 2000;

/** A text taken apart: everything the decision looks at. */
export interface Reading {
  /** With marks for people and addresses, politeness still in it. */
  readonly raw: Spoken;
  /** Without politeness; applications and names are looked for here. */
  readonly polite: Spoken;
  readonly politeLine: Line;
  /** The same with a mark for every name of a language. */
  readonly languageLine: Line;
  /** Without politeness, with marks for devices and numbers too. */
  readonly skeleton: Spoken;
  readonly skeletonLine: Line;
  readonly sentences: readonly Line[];
  readonly entities: Entities;
  readonly upns: readonly string[];
  readonly people: readonly MentionedPerson[];
  readonly lexicons: readonly Lexicon[];
  readonly botMentioned: boolean;
  /** The bot was mentioned, or nobody else can be meant. */
  readonly addressed: boolean;
}

const EMOJI = /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\u{1F1E6}-\u{1F1FF}]/gu;
const LINK = /(?<!\p{L})https?:\/\/\S{1,400}/giu;
const UPN =
  /(?<![\p{L}\p{N}._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){1,5}(?![\p{Script=Latin}\p{N}])/giu;

export function readUtterance({ text, mentions, addressed }: Utterance): Reading {
  const read = readMentions(text.slice(0, LONGEST_RAW), mentions);
  const upns: string[] = [];
  const people: MentionedPerson[] = [];
  const shown = normalise(cutText(read.text))
    .replace(PERSON_MARK, (_, index: string) => {
      const person = read.people[Number(index)];
      return person && people.push(person) ? mark.mention : ' ';
    })
    .replace(LINK, ' ')
    .replace(EMOJI, ' ')
    .replace(UPN, (upn) => {
      upns.push(upn);
      return mark.upn;
    });
  const raw = tidy(withoutSignature({ shown, cue: toCueText(shown) }));
  const entities = readEntities(raw);
  const skeleton = withoutPoliteness(entities.spoken);
  return {
    ...linesOf(skeleton, unmark(skeleton, entities)),
    raw,
    entities,
    upns,
    people,
    lexicons: lexiconsFor(raw.cue),
    botMentioned: read.botMentioned,
    addressed: read.botMentioned || addressed === true,
  };
}

/** The same reading with other words: after a repair of typing mistakes or of the keyboard layout. */
export function reread(reading: Reading, words: Spoken): Reading {
  const skeleton = withoutPoliteness(words);
  return { ...reading, ...linesOf(skeleton, skeleton), lexicons: lexiconsFor(skeleton.cue) };
}

function linesOf(
  skeleton: Spoken,
  polite: Spoken,
): Pick<Reading, 'skeleton' | 'skeletonLine' | 'polite' | 'politeLine' | 'languageLine' | 'sentences'> {
  const skeletonLine = toLine(skeleton.cue);
  const politeLine = polite.cue === skeleton.cue ? skeletonLine : toLine(polite.cue);
  const marked = markLanguages(polite.cue, mark.language);
  const sentences = sentencesOf(skeleton.cue);
  return {
    skeleton,
    skeletonLine,
    polite,
    politeLine,
    languageLine: marked === polite.cue ? politeLine : toLine(marked),
    sentences:
      sentences.length === 1 && sentences[0] === skeleton.cue ? [skeletonLine] : sentences.map(toLine),
  };
}

/** The words behind the marks again, in what politeness left. */
function unmark(skeleton: Spoken, { marked }: Entities): Spoken {
  const edits = Array.from(skeleton.cue.matchAll(/[\uE000\uE003-\uE005]/gu), (match, nth) => ({
    start: match.index,
    end: match.index + 1,
    to: marked[nth] ?? { shown: ' ', cue: ' ' },
  }));
  return edit(skeleton, edits);
}

/** A letter's end: "Kind regards, Petra" neither asks nor calls anybody. */
const SIGNATURE =
  /(?<=[.!?,。\n] ?)(?:(?:kind|best|warm|many) (?:regards|wishes)|regards|sincerely|best|cheers|many thanks|thanks|thank you|thx|un saludo|saludos(?: cordiales)?|atentamente|cordialmente|(?:muchas )?gracias|un abrazo|atenciosamente|att|abraços?|abs|obrigad[oa]|grat[oa]|с уважением|спасибо|с наилучшими пожеланиями|(?:mit )?(?:freundlichen|besten|vielen|herzlichen|freundliche|beste|viele|herzliche|liebe) grü(?:ß|ss)en?|mfg|vg|lg|grü(?:ß|ss)e|(?:vielen |besten |herzlichen )?danke?|敬具)[,.!]? ?\n?(?:[\p{L}.-]{1,20}[ ,\n]{0,2}){0,4}$/u;

function withoutSignature(spoken: Spoken): Spoken {
  const match = SIGNATURE.exec(spoken.cue);
  return match ? edit(spoken, [{ start: match.index, end: spoken.cue.length, to: ' ' }]) : spoken;
}

/** Twice, because one politeness can hide another: "hi team, and please …". */
function withoutPoliteness(spoken: Spoken): Spoken {
  let left = spoken;
  for (const fillers of fillersFor(spoken.cue))
    for (let round = 0; round < 2; round += 1) {
      const found = fillers.findAll(toLine(left.cue));
      if (found.length === 0) break;
      left = tidy(edit(left, cutsFor(left.cue, found)));
    }
  return left;
}

/** Commas on both sides only enclosed the politeness; one alone still parts two clauses. */
function cutsFor(cue: string, found: readonly RegExpExecArray[]): readonly Edit[] {
  const cuts: Edit[] = [];
  for (const match of found) {
    const end = match.index + match[0].length;
    const before = /, ?$/u.exec(cue.slice(Math.max(0, match.index - 2), match.index))?.[0].length ?? 0;
    const after = /^ ?,/u.exec(cue.slice(end, end + 2))?.[0].length ?? 0;
    const enclosed = before > 0 && after > 0;
    const start = Math.max(enclosed ? match.index - before : match.index, cuts.at(-1)?.end ?? 0);
    cuts.push({ start, end: enclosed ? end + after : end, to: ' ' });
  }
  return cuts;
}

function sentencesOf(cue: string): readonly string[] {
  return cue
    .split(/(?<=[!?。])|(?<=\.)(?= |$)|[\n;]/u)
    .map((sentence) => sentence.replace(/^[ ,.]{1,20}/u, '').trimEnd())
    .filter((sentence) => sentence !== '');
}
