import type { Language } from './intention';

/** Names of the bot's languages in all of them, lower case, with the case endings that follow a preposition. */
const NAMES: Readonly<Record<Language, string>> = {
  en: 'english|ingl[eé]s|ingl[eê]s|английск[а-я]{0,4}|по-английски|englisch[a-z]{0,2}|英語|イングリッシュ|анг|eng|en-us|en-gb',
  es: 'spanish|español|espanol|castellano|espanhol|испанск[а-я]{0,4}|по-испански|spanisch[a-z]{0,2}|スペイン語',
  ru: 'russian|ruso|russo|русск[а-я]{0,4}|по-русски|russisch[a-z]{0,2}|ロシア語|russkij|russkiy',
  'pt-BR':
    'brazilian portuguese|portuguese(?: \\((?:brazil|br)\\))?|portugu[eéê]s(?: \\((?:brasil|brazil|br)\\)| de brasil| do brasil| brasileiro| brasileño)?|португальск[а-я]{0,4}|по-португальски|(?:brasilianisch[a-z]{0,2} )?portugiesisch[a-z]{0,2}(?: \\(brasilien\\))?|ブラジルポルトガル語|ポルトガル語(?: ?\\(ブラジル\\))?|pt-br|br portuguese',
  de: 'german|alem[aá]n|alem[aã]o|немецк[а-я]{0,4}|по-немецки|deutsch[a-z]{0,2}|ドイツ語',
  ja: 'japanese|japon[eé]s|japon[eê]s|японск[а-я]{0,4}|по-японски|japanisch[a-z]{0,2}|日本語|にほんご|nihongo',
};
/** Languages the bot does not speak: the picker is the answer. */
const OTHERS =
  'french|français|franc[eê]s|французск[а-я]{0,4}|по-французски|französisch|フランス語|italian|italiano|итальянск[а-я]{0,4}|italienisch|イタリア語|chinese|chino|chinês|китайск[а-я]{0,4}|chinesisch|中国語|polish|polaco|polonês|польск[а-я]{0,4}|polnisch|korean|coreano|корейск[а-я]{0,4}|koreanisch|韓国語|turkish|turco|турецк[а-я]{0,4}|türkisch|arabic|árabe|арабск[а-я]{0,4}|arabisch|dutch|holandés|holandês|niederländisch|ukrainian|ucraniano|украинск[а-я]{0,4}|ukrainisch|hindi|catalán';

const bounded = (names: string): string =>
  `(?<![\\p{L}-])(?:${names})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`;
const known = (Object.entries(NAMES) as [Language, string][]).map(
  // the keys of NAMES are languages by its type
  ([language, names]) => [language, new RegExp(bounded(names), 'u')] as const,
);
const everyName = [...Object.values(NAMES), OTHERS].map((names) => new RegExp(bounded(names), 'gu'));

/** The text with a mark in place of every language's name. */
export const markLanguages = (cue: string, sign: string): string =>
  everyName.reduce((marked, names) => marked.replace(names, sign), cue);

/** The language named in a text, or undefined if there is none that the bot speaks. */
export function languageNamedIn(cue: string): Language | undefined {
  return known.find(([, pattern]) => pattern.test(cue))?.[0];
}
