import type { Note, SignInScreen } from '../desk/screens';
import type { Language } from '../i18n/language';
import { translate } from '../i18n/translate';
import type { Markdown } from '../safe-text/safe-text';
import { joined, type Line, type Words } from './words';

/** A one-line answer; a link is in its Markdown form only. */
export function noteLine(words: Words, note: Note): Line {
  switch (note.code) {
    case 'name-needs-sign-in-name':
      return words.line('note.name-needs-sign-in-name', { name: note.name });
    case 'personal-chat-please':
    case 'take-in-personal-chat': {
      const chat = words.markdown('note.personal-chat-please.link');
      return withLink(words.line(`note.${note.code}`), chat, note.chatUrl);
    }
    case 'case-raised':
      return words.line('note.case-raised', { number: note.number });
    case 'cancelled':
    case 'withdrawn':
    case 'cannot-cancel-now':
      return words.line(`note.${note.code}`, {
        count: note.numbers.length,
        numbers: numbersIn(words.language, note.numbers),
      });
    default:
      return words.line(`note.${note.code}`);
  }
}

/** The line with a link behind it, where there is one that may be opened. */
function withLink(line: Line, title: Markdown, url: string | undefined): Line {
  if (!url || !URL.canParse(url) || new URL(url).protocol !== 'https:') return line;
  // An address as the URL parser writes it, with what could end the link encoded: nothing of it is Markdown.
  const target = new URL(url).href.replaceAll('(', '%28').replaceAll(')', '%29');
  return { ...line, markdown: joined(' ', [line.markdown, `[${title}](${target})` as Markdown]) };
}

const numbersIn = (language: Language, numbers: readonly number[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers.map((number) => `#${number}`));

export type SignInTexts = { readonly title: string; readonly sentence: string; readonly button: string };

/** The words of the sign-in card. It is an OAuth card, made in `src/teams`, and takes plain text only. */
export const signInTexts = ({ reason }: Pick<SignInScreen, 'reason'>, language: Language): SignInTexts => ({
  title: translate(language, 'sign-in.title'),
  sentence: translate(language, `sign-in.${reason}`),
  button: translate(language, 'sign-in.button'),
});
