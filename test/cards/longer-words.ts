import type { Markdown, Plain } from '../../src/safe-text/safe-text';
import type { Words } from '../../src/cards/words';

/** The pseudo-language: every word of a catalog marked and 40 % longer. What is not marked does not come from one. */
export function longerWords(usual: Words): Words {
  const longer = (text: string) => `⟦${text}${'ŕ'.repeat(Math.ceil(text.length * 0.4))}⟧`;
  const pseudo: Words = {
    ...usual,
    markdown: (key, ...args) => longer(usual.markdown(key, ...args)) as Markdown, // marked only
    plain: (key, ...args) => longer(usual.plain(key, ...args)) as Plain, // marked only
    line: (key, ...args) => ({ markdown: pseudo.markdown(key, ...args), plain: pseudo.plain(key, ...args) }),
  };
  return pseudo;
}
