import { allCues } from './cues';
import { type CueSet, type Line } from './cue-sets';
import { cueSource, WORD_END } from './patterns';

const pattern = (words: string): RegExp => new RegExp(`(?:${cueSource(words)})${WORD_END},? ?:? ?`, 'uy');

/** What may stand between such a noun and the device: articles, possessives, device nouns. */
const BETWEEN: readonly RegExp[] = [
  'the|my|our|his|her|their|this|that|user|users|new|old|device|asset|for|on|with|in|named|imei|id',
  'el|la|los|las|mi|este|esta|un|una|de|del|con|en|nuevo|nueva|llamado',
  'o|a|os|as|meu|minha|do|da|no|na|um|uma|com|nosso|nossa|chamado',
  'das|den|die|dem|der|meine[mnr]?|mein|unsere[mnr]?|unser|mit|von|bei|namens',
  'мо(?:й|им|ем|ему|ей|ю|я)|наш(?:им|ем|ему|ей|у|а)?|эт(?:им|ом|ой|у|от|а)|с|на|по|к',
  ...allCues
    .filter(({ script }) => script !== 'japanese')
    .flatMap(({ deviceNoun, serialNoun }) => [deviceNoun, serialNoun]),
].map(pattern);
const MOST_BETWEEN = 6;

/** What may follow the device where it has to end the clause: more devices, "needed", "today". */
const DEVICE_AND_END = new RegExp(
  cueSource(
    'DEV(?: ?(?:y|e|and|und|и|o|or|oder|или|sowie|&|[+])(?: (?:el|la|o|a|the|das|den|die|dem|no|na|al|auf|bei|с|mit|con|com|für))? DEV)*' +
      '(?: (?:needed|required|requested|wanted|urgente|urgent|today|now|hoy|ahora|ya|heute|jetzt|hoje|agora|сегодня|сейчас|нужна|нужен|нужно|' +
      'требуется|необходима|benötigt|erforderlich|nötig|gebraucht|erwünscht|necesaria|necesario|necessária|anfordern|starten|aufbauen|herstellen|öffnen|beginnen|einleiten|gesucht|here|aquí|aqui)){0,2}$',
  ),
  'uy',
);

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Whether a device, at most with its articles and nouns before it, is all that is left of the clause. */
function onlyDeviceLeft(text: string, from: number): boolean {
  let at = text[from] === ' ' ? from + 1 : from;
  for (let words = 0; words < MOST_BETWEEN; words += 1) {
    const next = Math.max(...BETWEEN.map((between) => endOf(between, text, at)));
    if (next === at) break;
    at = next;
  }
  return endOf(DEVICE_AND_END, text, at) > at;
}

/** A set, or a noun or an infinitive that asks only as a whole clause: "help with PC-1", not "help with PC-1 took ages". */
export function orWholeClause(set: CueSet, nouns: CueSet): CueSet {
  const whole = (line: Line): readonly RegExpExecArray[] =>
    nouns.findAll(line).filter((match) => onlyDeviceLeft(line.text, match.index + match[0].length));
  return {
    test: (line) => set.test(line) || whole(line).length > 0,
    find: (line) => set.find(line) ?? whole(line)[0] ?? null,
    findAll: (line) => set.findAll(line),
  };
}
