import { readEntities, type Entities } from './entities';
import type { Utterance } from './intention';
import { FILLERS, lexiconsFor, type Lexicon } from './lexicon';
import { PERSON_MARK, readMentions, type MentionedPerson } from './mentions';
import { cutText, normalise, toCueText } from './normalise';
import { mark } from './patterns';
import { edit, tidy, type Spoken } from './spoken';

/** Mentions can be long; more than this of the raw text is not even looked at. */
const LONGEST_RAW = 2000;

/** A text taken apart: everything the decision looks at. */
export interface Reading {
  /** With marks for people and addresses, politeness still in it. */
  readonly raw: Spoken;
  /** Without politeness; applications and names are looked for here. */
  readonly polite: Spoken;
  /** Without politeness, with marks for devices and numbers too. */
  readonly skeleton: Spoken;
  readonly sentences: readonly string[];
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
const UPN = /(?<![\p{L}\p{N}._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){1,5}(?![\p{Script=Latin}\p{N}])/giu;

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
  const raw = tidy({ shown, cue: toCueText(shown) });
  const entities = readEntities(raw);
  const skeleton = withoutPoliteness(entities.spoken);
  return {
    raw,
    polite: withoutPoliteness(raw),
    skeleton,
    sentences: sentencesOf(skeleton.cue),
    entities,
    upns,
    people,
    lexicons: lexiconsFor(raw.cue),
    botMentioned: read.botMentioned,
    addressed: read.botMentioned || addressed === true,
  };
}

/** The same reading with other words: after a repair of typing mistakes or of the keyboard layout. */
export function reread(reading: Reading, skeleton: Spoken): Reading {
  const polite = withoutPoliteness(skeleton);
  return { ...reading, polite, skeleton: polite, sentences: sentencesOf(polite.cue), lexicons: lexiconsFor(polite.cue) };
}

/** Twice, because one politeness can hide another: "hi team, and please …". */
function withoutPoliteness(spoken: Spoken): Spoken {
  let left = spoken;
  for (let round = 0; round < 2; round += 1) {
    const edits = [...left.cue.matchAll(FILLERS)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      to: match[1] !== undefined && match.at(-1) === undefined ? ', ' : match[1] === undefined && match.at(-1) !== undefined ? ',' : ' ',
    }));
    if (edits.length === 0) return left;
    left = tidy(edit(left, edits));
  }
  return left;
}

function sentencesOf(cue: string): readonly string[] {
  return cue.split(/(?<=[!?。])|(?<=\.)(?= |$)|[\n;]/u).map((sentence) => sentence.replace(/^[ ,.]{1,20}/u, '').trimEnd()).filter((sentence) => sentence !== '');
}
