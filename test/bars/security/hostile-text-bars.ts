import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type * as RenderCard from '../../../src/cards/render-card';
import type { RequestScreen, Screen } from '../../../src/desk/screens';
import { translate } from '../../../src/i18n/translate';
import { createLog } from '../../../src/log';
import type { State } from '../../../src/request/help-request';
import { csvCell } from '../../../src/safe-text/csv-cell';
import { plain } from '../../../src/safe-text/safe-text';
import { startPage } from '../../../src/sandbox/page/page-server';
import { startSandbox } from '../../../src/sandbox/sandbox';
import { actions } from '../../cards/drawn';
import { schemaErrors } from '../../cards/schema';
import { now, requestScreen, states } from '../../cards/screens';
import { atMost, type Bar } from '../bar';
import { hostileTexts } from './hostile-texts';
import { loadWith, type Edit } from './mutant';

// What people call their devices and write as their reasons, on cards, in Microsoft's renderer, in logs and tables.

const BATCH = 200;
/** Characters of a text that are shown whole wherever they stand. */
const LONGEST_WHOLE = 50;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];
/** Around the text on the card: ordinary letters, which stay as they are. */
const [BEFORE, AFTER] = ['Zvorq', 'nachZ'] as const;

type Case = {
  readonly card: object;
  readonly marks: readonly string[];
  readonly text: string;
  readonly place: Place;
};
type Seen = { readonly made: string; readonly shown: string };

const stateOf = (name: string): State => {
  const state = states()[name];
  if (!state) throw new Error(`No state ${name}`);
  return state;
};

/** Where a text comes to stand, and what stands before it on the drawn card. */
type Place = { readonly screen: (text: string) => Screen; readonly before: string };

const places: readonly [Place, ...Place[]] = [
  {
    // At the beginning of a text block, where Markdown knows headings and lists.
    screen: (text) =>
      about('draft', (request) => ({ ...request, device: { ...request.device, name: text } })),
    before: translate('en', 'confirm.heading'),
  },
  {
    screen: (text) =>
      about('draft', (request) => ({ ...request, device: { ...request.device, user: { name: text } } })),
    before: BEFORE,
  },
  { screen: (text) => about('requested', (request) => ({ ...request, reason: text })), before: BEFORE },
  {
    screen: (text) => ({
      ...{ kind: 'pick-device', devices: [], more: false, ticket: 't' },
      of: { kind: 'name', typed: text },
    }),
    before: BEFORE,
  },
];

function about(
  state: string,
  change: (request: RequestScreen['stored']['request']) => RequestScreen['stored']['request'],
): RequestScreen {
  const screen = requestScreen(stateOf(state));
  return { ...screen, stored: { ...screen.stored, request: change(screen.stored.request) } };
}

type Render = (screen: Screen) => object;

function rendererWith(edits: readonly Edit[]): Render {
  // The cast: loaded by name, so that its source can be changed.
  const { renderScreen } = loadWith(edits)('cards/render-card.ts') as typeof RenderCard;
  return (screen) => renderScreen(screen, 'en', { now }).card ?? {};
}

/** Marked, so that the drawn card tells where the text is; too long a text would lose its mark. */
const marked = (text: string, { before }: Place) =>
  `${before === BEFORE ? BEFORE : ''}${Array.from(text).slice(0, LONGEST_WHOLE).join('')}${AFTER}`;

const placeOf = (index: number): Place => places[index % places.length] ?? places[0];

const casesOf = (render: Render, texts: readonly string[]): Case[] =>
  texts.map((text, index) => {
    const place = placeOf(index);
    return { card: render(place.screen(marked(text, place))), marks: [place.before, AFTER], text, place };
  });

/** What `safe` means a person to read: a macro's braces are kept apart by a backslash there, which is not drawn. */
function readable({ text, place }: Case): string {
  const shown = plain(marked(text, place))
    .replaceAll('{ {', '{{')
    .replaceAll('{ {', '{{')
    .replaceAll(ISOLATES, '');
  return shown.slice(place.before === BEFORE ? BEFORE.length : 0, -AFTER.length);
}

const ISOLATES = /[\u2068\u2069]/gu;
const LISTED = /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{DI}\s]/gu;

/** A text without everything that may be changed in it. */
const essence = (text: string) =>
  text.replaceAll('<', '‹').replaceAll('>', '›').normalize('NFD').replaceAll(LISTED, '');

/** Whether the cleaning itself did more than its list says. */
const changesMore = (one: Case) =>
  Array.from(one.text).length <= LONGEST_WHOLE && essence(readable(one)) !== essence(one.text);

async function readAll(page: Page, cases: readonly Case[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (let at = 0; at < cases.length; at += BATCH) {
    const batch = JSON.stringify(cases.slice(at, at + BATCH).map(({ card, marks }) => ({ card, marks })));
    seen.push(...(await page.evaluate<Seen[]>(`readCards(${batch})`)));
  }
  return seen;
}

async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox();
  const server = await startPage(sandbox, 0);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  try {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(server.url);
    await page.addScriptTag({ path: join(__dirname, 'hostile-page.mjs'), type: 'module' });
    await page.waitForFunction('window.ready === true');
    return await use(page);
  } finally {
    await browser.close();
    await server.stop();
    await sandbox.stop();
  }
}

const pressable = (card: unknown) =>
  JSON.stringify(actions(card).map(({ type, verb, url }) => [type, verb, url]));

/** What is wrong with the cards of these texts, drawn by this renderer. */
async function cardFlaws(page: Page, edits: readonly Edit[], texts: readonly string[]): Promise<string[]> {
  const render = rendererWith(edits);
  const ordinary = casesOf(render, ['x', 'x', 'x', 'x']);
  const usual = await readAll(page, ordinary);
  const cases = casesOf(render, texts);
  const seen = await readAll(page, cases);
  return cases.flatMap((one, index) => {
    const { card, text } = one;
    const [expected, drawn] = [usual[index % places.length], seen[index]];
    const flaw =
      (schemaErrors(card).length > 0 && 'no valid card') ||
      (pressable(card) !== pressable(ordinary[index % places.length]?.card) && 'other actions') ||
      (drawn?.made !== expected?.made && 'more than text') ||
      (drawn?.shown.replaceAll(ISOLATES, '') !== readable(one) &&
        `shown as ${JSON.stringify(drawn?.shown)}`) ||
      (changesMore(one) && 'changed beyond the list');
    return flaw ? [`${JSON.stringify(text)} at ${index % places.length}: ${flaw}`] : [];
  });
}

/** One line of JSON each, with the event still in it and nothing that a terminal obeys. */
function logFlaws(texts: readonly string[]): string[] {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  for (const text of texts) log.info('looked', { because: text, host: text });
  const wrong = lines.filter((line) => {
    const parsed = JSON.parse(line) as Record<string, unknown>; // throws where it is no JSON, and the proof fails
    return (
      parsed['event'] !== 'looked' ||
      line.trimEnd().includes('\n') ||
      /[\p{Cc}\u202A-\u202E]/u.test(line.trimEnd())
    );
  });
  return lines.length === texts.length ? wrong : [...wrong, `${lines.length} lines`];
}

/** One cell each, in quotes, that no spreadsheet calculates. */
const csvFlaws = (texts: readonly string[]): string[] =>
  texts.map(csvCell).filter((cell) => {
    const inner = /^"((?:[^"]|"")*)"$/u.exec(cell)?.[1];
    return inner === undefined || /^[=+\-@\t\r]/u.test(inner) || /[\r\n]/u.test(inner);
  });

const mutants: readonly Edit[] = [
  { file: 'safe-text/safe-text.ts', from: String.raw`.replace(meaningAnywhere, '\\$&')`, to: '' },
  {
    file: 'safe-text/safe-text.ts',
    from: String.raw`.replace(meaningAtStart, (start) => (/^\d/u.test(start) ? ${'`${start}\\\\`'} : ${'`\\\\${start}`'}))`,
    to: '',
  },
  {
    file: 'safe-text/safe-text.ts',
    from: 'const escaped = withoutTags(clean(text, longest))',
    to: 'const escaped = text',
  },
];

export const hostileTextBars: readonly Bar[] = [
  {
    name: `hostile texts that are more or less than text on a drawn card (of ${hostileTexts.length})`,
    limit: '0',
    measure: async () => {
      const flaws = await withPage((page) => cardFlaws(page, [], hostileTexts));
      for (const flaw of flaws.slice(0, 8)) console.log(`  ${flaw}`);
      return atMost(flaws.length, 0);
    },
  },
  {
    name: `the same cards without escaping that pass (of ${mutants.length})`,
    limit: '0',
    measure: async () => {
      const some = hostileTexts.filter((_, index) => index % 7 === 0);
      const caught = await withPage(async (page) => {
        const flaws: number[] = [];
        for (const mutant of mutants) flaws.push((await cardFlaws(page, [mutant], some)).length);
        return flaws;
      });
      return atMost(caught.filter((flaws) => flaws === 0).length, 0);
    },
  },
  {
    name: `hostile texts that break a line of the log or a cell of a table`,
    limit: '0',
    measure: () => atMost(logFlaws(hostileTexts).length + csvFlaws(hostileTexts).length, 0),
  },
];
