import { languageFor } from '../i18n/language';
import { translate } from '../i18n/translate';
import type { PageWords } from './page-html';

/** The words of the sign-in pages. Only a successful sign-in names a person. */
export const pageWords: PageWords = (kind, language, { name }) => {
  const reader = languageFor(language) ?? 'en';
  const title =
    kind === 'signed-in'
      ? translate(reader, 'page.signed-in.title', { name })
      : translate(reader, `page.${kind}.title`);
  return { title, text: translate(reader, `page.${kind}.text`) };
};
