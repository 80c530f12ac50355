import type { Language } from '../intention';

/** Why words that look like a request are none. Listed in the order in which they are reported. */
export const vetoNames = [
  'injection', 'thanks', 'metalanguage', 'negation', 'reported', 'offer', 'deliberation', 'conditional', 'other-sense', 'solved',
] as const; // prettier-ignore
export type VetoName = (typeof vetoNames)[number];

/**
 * What one language's words say. Patterns as in `patterns.ts`; `^` and `$` are the ends of a clause. All six languages are
 * looked for in every message, so a cue must not be an everyday word of another of them.
 */
export interface Cues {
  readonly language: Language;
  /** The script without which none of these can match: saves the work. */
  readonly script: 'latin' | 'cyrillic' | 'japanese';
  /** Politeness and conjunctions: cut out before anything else is looked for. "If you can" is no condition. */
  readonly fillers: readonly string[];
  /** First words before a comma that are no person's name: greetings, collectives, adverbs. */
  readonly openers: readonly string[];
  /** "…, can you": what follows the name when another person is addressed. */
  readonly secondPerson: readonly string[];
  /** Someone is asked, here and now, to help, connect or look. Never a bare stem: "helped" is no request. */
  readonly request: readonly string[];
  /**
   * A noun or an infinitive that asks only when it is the whole clause: "help with PC-1", not "help with PC-1 took ages".
   * The device and the end of the clause are added.
   */
  readonly nominal: readonly string[];
  /** Such a request as a whole clause without an object: "please help". */
  readonly objectless: readonly string[];
  /** Asks for a remote session by name: enough without a device. */
  readonly remote: readonly string[];
  /** Something does not work. */
  readonly problem: readonly string[];
  /** The clause only names a device: "it's PC-1". */
  readonly naming: readonly string[];
  readonly veto: Readonly<Record<VetoName, readonly string[]>>;
  /** Takes the edge off a problem, not off a request: it was so yesterday, somebody looked already. */
  readonly calm: readonly string[];
  readonly bulk: readonly string[];
  readonly cancel: readonly string[];
  readonly signOut: readonly string[];
  readonly history: readonly string[];
  readonly status: readonly string[];
  readonly menu: readonly string[];
  readonly mine: readonly string[];
  /** Asks for another language; the names of languages are in `language-names.ts`. LANG stands for one. */
  readonly changeLanguage: readonly string[];
  /** With the group `app`, over the text before devices were found in it. */
  readonly app: readonly string[];
  /** What follows an app's name and does not belong to it. */
  readonly appTail: readonly string[];
  /** A question for a person's devices. OWNER stands for the person. */
  readonly ownerQuestion: readonly string[];
  /** A device noun with its owner, or a person as the object of help: counts together with a request or with `show`. */
  readonly owned: readonly string[];
  readonly show: readonly string[];
  /** Device nouns, as one alternation: a name may follow them. */
  readonly deviceNoun: string;
  readonly serialNoun: string;
}
