import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { Screen } from '../desk/screens';
import type { Language } from '../i18n/language';
import { templateNames, type CardData, type TemplateName } from './card';
import { cardData } from './card-data';
import { noteLine, signInTexts } from './line-texts';
import { wordsIn, type WordOptions } from './words';

export type AdaptiveCard = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;

export type Rendered = {
  readonly card?: AdaptiveCard;
  /** One line instead of a card, as Markdown: Teams' own text format of a message. */
  readonly text?: string;
  /** Plain text for notifications; never holds a link. */
  readonly summary: string;
};

// The folder lies beside src as well as beside dist. Parsing takes 2 ms a template, so each is parsed once, here.
const folder = path.join(__dirname, '..', '..', 'cards');
const templates = new Map<TemplateName, Template>(
  templateNames.map((name) => [
    name,
    new Template(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))),
  ]),
);

/** What a person sees of a screen, in the reader's language. A sign-in card is made in `src/teams`; here it is a line. */
export function renderScreen(screen: Screen, language: Language, options: WordOptions): Rendered {
  const words = wordsIn(language, options);
  if (screen.kind === 'note') {
    const line = noteLine(words, screen.note);
    return { text: line.markdown, summary: line.plain };
  }
  if (screen.kind === 'sign-in') {
    const { title, sentence } = signInTexts(screen, language);
    return { text: sentence, summary: title };
  }
  const made = cardData(words, screen);
  return { card: renderCard(made), summary: made.summary };
}

/** Puts a card's data into its template. */
export function renderCard({ template, data }: CardData): AdaptiveCard {
  const card: unknown = templates.get(template)?.expand({ $root: data });
  if (!isCard(card)) throw new Error(`cards/${template}.json is no card`);
  // Where a `$when` of the root is not met, the engine leaves null behind.
  return Object.fromEntries(Object.entries(card).filter(([, value]) => value !== null)) as AdaptiveCard; // as it was
}

const isCard = (made: unknown): made is AdaptiveCard =>
  typeof made === 'object' && made !== null && 'type' in made && made.type === 'AdaptiveCard';
