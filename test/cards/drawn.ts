import MarkdownIt from 'markdown-it';

// How Teams reads a text field: Adaptive Cards' date macros first, then Markdown.

// As in adaptivecards 3.0.6, lib/text-formatters.js.
const macro = /\{{2}(?:DATE|TIME)\(/u;
const markdown = new MarkdownIt({ html: true });

export type Drawn = { readonly text: string; readonly tags: readonly string[] };

/** The visible text, and every tag that Markdown made besides the paragraph around it. */
export function draw(text: string): Drawn {
  if (macro.test(text)) throw new Error(`A date macro is alive in ${text}`);
  const html = markdown.render(text);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gu)].map(([, tag]) => tag ?? '');
  const visible = html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n$/u, '');
  return { text: visible, tags: tags.filter((tag) => tag !== 'p') };
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Not shown: what another client shows in place of a button, and how the card is asked for again. */
const notShown = ['fallback', 'refresh'];

/** Every object in a card that has one of these types. */
export function elements(card: unknown, ...types: readonly string[]): Json[] {
  const found: Json[] = [];
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect);
    if (!isObject(part) || Array.isArray(part)) return;
    if (types.includes(textIn(part['type']))) found.push(part);
    for (const name in part) if (!notShown.includes(name)) collect(part[name]);
  };
  collect(card);
  return found;
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every text of a card that Teams reads as Markdown. */
export function markdownTexts(card: unknown): string[] {
  const facts = elements(card, 'FactSet').flatMap((set) => asArray(set['facts']));
  return [
    ...elements(card, 'TextBlock').map(({ text }) => textIn(text)),
    ...facts.filter(isObject).flatMap(({ title, value }) => [textIn(title), textIn(value)]),
  ];
}

export type Action = {
  readonly type: string;
  readonly verb: string;
  readonly title: string;
  readonly url: string;
};

const pressed = [
  'Action.Execute',
  'Action.OpenUrl',
  'Action.Submit',
  'Action.ShowCard',
  'Action.ToggleVisibility',
];

/** Everything on a card that can be pressed, one kind after the other. */
export function actions(card: unknown): Action[] {
  const all = elements(card, ...pressed).map(({ type, verb, title, url }) => ({
    type: textIn(type),
    verb: textIn(verb),
    title: textIn(title),
    url: textIn(url),
  }));
  return pressed.flatMap((kind) => all.filter(({ type }) => type === kind));
}

export const verbsOf = (card: unknown): string[] => actions(card).flatMap(({ verb }) => (verb ? [verb] : []));
