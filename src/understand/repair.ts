import { distance } from './similar-names';
import { edit, type Spoken } from './spoken';

/** Verbs worth repairing, each with itself as target; only to open a card, and only when nothing else matched. */
const VERBS = [
  'help', 'assist', 'connect', 'support', 'remote', 'ayúdame', 'ayudame', 'ayuda', 'ayudar', 'conéctate', 'conectate', 'conecta', 'asistencia', 'помоги',
  'помогите', 'помощь', 'подключись', 'подключитесь', 'подключи', 'подключите', 'посмотри', 'посмотрите', 'проверь', 'ajuda', 'ajude', 'ajudar', 'conecte', 'hilf', 'hilfe',
  'helfen', 'verbinde', 'unterstütze', 'unterstützung', 'サポート', 'ヘルプ', 'リモート',
]; // prettier-ignore
const MISSPELT: Readonly<Record<string, string>> = {
  alludame: 'ayúdame',
  alludenme: 'ayúdenme',
  alluda: 'ayuda',
  へるぷ: 'ヘルプ',
  ajudá: 'ajuda',
};
/** Another ending is another person or tense there: «проверю» is no misspelt «проверь». */
const INFLECTED = /^(?!help|assist|connect|support|remote|hilf)/u;
/** Real words that are one letter away from a verb. */
const REAL =
  /^(?:held|hell|hello|helm|heap|kelp|yelp|heal|helps|helped|whelp|assists|consist|insist|connects|contact|correct|supports|remove|remotes|report|ayudas|ayudan|ayudé|ayudó|ayudo|ajudas|ajudou|ajudei|ajudam|hilft|hilfst|helft|helfer|half|wolf|помог|помогу|помогла|помогли|помогал|посмотрю|посмотрел|hilfen|verbinden|verbindet|verbunden|conectar|conectado|conectada|conectó|conecto|conectei|conectou|asistente|conecté|ajusta|aguda|ajudo|viuda|ajuste|hielt|elfen|hefe|helfe|посмотрела|подключусь|connected|сопосчь|помочь|wifi|self|shelf|kind|remotely|report|proper|connector|assistant|asistencias|unterstützt|unterstützen|verbindung|ayudado|ayudamos|conectas)$/u;

/** Another form of the verb, rightly spelt. */
const RIGHT_STEM =
  /^(?:помощ|помог[аилу]|подключ|посмотр|провер[яи]|connect|assist|support|unterstütz|verbind|conectar)/u;

/** Typing mistakes in the verb, one edit for short words and two for long ones. Undefined when nothing changed. */
export function repairVerbs(spoken: Spoken): Spoken | undefined {
  const edits = [];
  for (const match of spoken.cue.matchAll(
    /[\p{Script=Latin}\p{Script=Cyrillic}]{4,16}|[ァ-ヶー]{3,10}|へるぷ/gu,
  )) {
    const word = match[0];
    if (REAL.test(word) || RIGHT_STEM.test(word) || VERBS.includes(word)) continue;
    const to = MISSPELT[word] ?? nearestVerb(word);
    if (to) edits.push({ start: match.index, end: match.index + word.length, to });
  }
  return edits.length > 0 ? edit(spoken, edits) : undefined;
}

function nearestVerb(word: string): string | undefined {
  const allowed = word.length >= 8 ? 2 : 1;
  return VERBS.find(
    (verb) =>
      verb[0] === word[0] &&
      (verb.at(-1) === word.at(-1) || !INFLECTED.test(verb)) &&
      Math.abs(verb.length - word.length) <= 1 &&
      distance(word, verb) <= (verb.length >= 7 ? allowed : 1),
  );
}

const QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const JCUKEN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** Without one of these stems the other layout says nothing to a help desk either. */
const WORTH_READING =
  /помо|подключ|посмотр|глян|провер|зайди|статус|отмен|истори|устройств|справк|язык|вый[дт]|сеанс|удал[её]н|слома|работа|завис|печата|заявк|запрос|компьютер|ноут|help|status|connect|cancel|history|device|language|sign|remote|laptop|hilf|verbind|ayuda|ajuda|assist|look/u;

const swap = (text: string, from: string, to: string): string =>
  Array.from(text, (character) => to[from.indexOf(character)] ?? character).join('');

/** The same keys on the other keyboard. Undefined when the text is in both scripts or in neither. */
export function otherLayout({ cue }: Spoken): Spoken | undefined {
  const latin = /[a-z]{2}/u.test(cue);
  const cyrillic = /[а-я]{2}/u.test(cue);
  if (latin === cyrillic || /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\uE000-\uF8FF]/u.test(cue))
    return undefined;
  const swapped = latin ? swap(cue, QWERTY, JCUKEN).replaceAll('ё', 'е') : swap(cue, JCUKEN, QWERTY);
  return WORTH_READING.test(swapped) ? { shown: swapped, cue: swapped } : undefined;
}
