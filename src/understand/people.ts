import type { Lexicon } from './lexicon';
import type { CueSet } from './cue-sets';
import { trimmed } from './normalise';
import type { Reading } from './reading';

/** The person a pattern found: a mark's index among its kind is for the caller to resolve. */
export type Owner = { readonly at: number } | { readonly name: string };

const PARTICLE = /^(?:de|da|do|dos|das|del|la|los|von|van|der|den|zu|di|al|el|bin|y|e)$/u;
const NO_NAME =
  /^(?:user|users|customer|the|my|our|your|his|her|their|device|windows|intune|outlook|teams|microsoft|office|excel|word|help|remote|it|pc|laptop|vpn|company|everyone|someone|please|today|berlin|usuario|usuário|cliente|empresa|mi|meu|minha|мой|моя|наш|benutzer|kollege|firma|i|we|he|she|they|you|server|printer|team|support|one|all|this|that|boss|manager|colleague|somebody|anyone|anybody|nobody|who|what|let|there|here|client|company|adobe|google|chrome|zoom|power|bi|sap|me|us|azure|entra|sharepoint|onedrive|acrobat|reader|project|visio|autocad|eu|tu|ich|wir|sie|er|du|ihr|я|ты|он|она|мы|вы|yo|él|ella|nosotros|dispositivo|equipo|monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag)$/u;

const fold = (word: string): string => word.toLocaleLowerCase('en');

/** The run of capitalised words at one end of what stands where a name should. Never a whole clause. */
function properName(text: string, end: 'first' | 'last'): string | undefined {
  const all = text.split(' ').map((word) => trimmed(word.replace(/'s$/u, ''), '', ".'-"));
  const words = end === 'first' ? all : all.reverse();
  const run: string[] = [];
  for (const word of words) {
    const capital = /^\p{Lu}/u.test(word) && !/^\p{Lu}{2,}$/u.test(word) && !NO_NAME.test(fold(word));
    if (!capital && !(run.length > 0 && PARTICLE.test(word))) break;
    run.push(word);
  }
  while (run.length > 0 && PARTICLE.test(run.at(-1) ?? '')) run.pop();
  if (run.length === 0) return undefined;
  return (end === 'first' ? run : run.reverse()).join(' ');
}

const JAPANESE_TIME =
  /^(?:今日|昨日|明日|至急|現在|今週|先週|皆|みな|お客|ユーザー|お疲れ|誰|奥|神|弊社|御社|業者|担当者|担当|兄|姉|父|母|店員|医者|社長|部長|課長|同僚|客)$/u;

function ownerIn(
  { polite: { shown, cue }, politeLine }: Reading,
  pattern: CueSet,
  japanese: boolean,
): Owner | undefined {
  const groups = pattern.find(politeLine)?.indices?.groups;
  const who = groups?.['who'];
  if (who) return { at: who[0] };
  const span = groups?.['name'];
  if (!span) return undefined;
  const written = shown.slice(span[0], span[1]);
  if (japanese) return JAPANESE_TIME.test(written) ? undefined : { name: written };
  const possessive = cue.startsWith("'s", span[1]) || written.endsWith("'s");
  const name = properName(written, possessive ? 'last' : 'first');
  if (name) return { name };
  // "maria's laptop": in small letters one word is enough, before a possessive only.
  const single = possessive ? (written.replace(/'s$/u, '').split(' ').at(-1) ?? '') : '';
  return single.length > 2 && !NO_NAME.test(fold(single)) ? { name: single } : undefined;
}

/** Whose devices a text asks for, by the first pattern that finds a person. */
export function findOwner(
  reading: Reading,
  lexicon: Lexicon,
  kind: 'ownerQuestion' | 'owned',
): Owner | undefined {
  for (const { cue, needs } of lexicon.locate[kind]) {
    if (needs && !needs.test(reading.polite.cue)) continue;
    const owner = ownerIn(reading, cue, lexicon.script === 'japanese');
    if (owner) return owner;
  }
  return undefined;
}
