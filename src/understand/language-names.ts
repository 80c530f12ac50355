import type { Language } from './intention';

/** Names of the bot's languages in all of them, lower case, with the case endings that follow a preposition. */
const NAMES: Readonly<Record<Language, string>> = {
  en: 'english|ingl[eé]s|ingl[eê]s|английск\\p{L}{0,4}|по-английски|englisch\\p{L}{0,2}|英語|イングリッシュ|анг|eng|en-us|en-gb',
  es: 'spanish|español|espanol|castellano|espanhol|испанск\\p{L}{0,4}|по-испански|spanisch\\p{L}{0,2}|スペイン語',
  ru: 'russian|ruso|russo|русск\\p{L}{0,4}|по-русски|russisch\\p{L}{0,2}|ロシア語|russkij|russkiy',
  'pt-BR':
    'brazilian portuguese|portuguese(?: \\((?:brazil|br)\\))?|portugu[eéê]s(?: \\((?:brasil|brazil|br)\\)| de brasil| do brasil| brasileiro| brasileño)?|португальск\\p{L}{0,4}|по-португальски|(?:brasilianisch\\p{L}{0,2} )?portugiesisch\\p{L}{0,2}(?: \\(brasilien\\))?|ブラジルポルトガル語|ポルトガル語(?: ?\\(ブラジル\\))?|pt-br|br portuguese',
  de: 'german|alem[aá]n|alem[aã]o|немецк\\p{L}{0,4}|по-немецки|deutsch\\p{L}{0,2}|ドイツ語',
  ja: 'japanese|japon[eé]s|japon[eê]s|японск\\p{L}{0,4}|по-японски|japanisch\\p{L}{0,2}|日本語|にほんご|nihongo',
};
/** Languages the bot does not speak: the picker is the answer. */
const OTHERS =
  'french|français|franc[eê]s|французск\\p{L}{0,4}|по-французски|französisch|フランス語|italian|italiano|итальянск\\p{L}{0,4}|italienisch|イタリア語|chinese|chino|chinês|китайск\\p{L}{0,4}|chinesisch|中国語|polish|polaco|polonês|польск\\p{L}{0,4}|polnisch|korean|coreano|корейск\\p{L}{0,4}|koreanisch|韓国語|turkish|turco|турецк\\p{L}{0,4}|türkisch|arabic|árabe|арабск\\p{L}{0,4}|arabisch|dutch|holandés|holandês|niederländisch|ukrainian|ucraniano|украинск\\p{L}{0,4}|ukrainisch|hindi|catalán';

/** Any language's name, for cues in which LANG stands. */
export const anyLanguageName = `(?:the |el |la |o |den |das )?(?:${[...Object.values(NAMES), OTHERS].join('|')})`;

const known = Object.entries(NAMES).map(
  ([language, names]) =>
    [
      language as Language, // the keys of NAMES are languages by its type
      new RegExp(`(?<![\\p{L}-])(?:${names})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`, 'u'),
    ] as const,
);

/** The language named in a text, or undefined if there is none that the bot speaks. */
export function languageNamedIn(cue: string): Language | undefined {
  return known.find(([, pattern]) => pattern.test(cue))?.[0];
}
