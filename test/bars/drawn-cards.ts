import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { cardData, type CardScreen } from '../../src/cards/card-data';
import { renderCard } from '../../src/cards/render-card';
import { wordsIn } from '../../src/cards/words';
import { languages, type Language } from '../../src/i18n/language';
import { longerWords } from '../cards/longer-words';
import { schemaErrors } from '../cards/schema';
import { cardScreens, now } from '../cards/screens';
import { atMost, type Bar, type Measured } from './bar';

// Every card in every language, and in words 40 % longer, drawn by Microsoft's renderer in Chromium.

/** Pixels: Teams on a phone or in a side panel, and on a desktop. */
const WIDTHS = [300, 640];
const PAGE = join(__dirname, '..', '..', 'src', 'sandbox', 'page');
const PICTURES = join(__dirname, '..', '..', 'artifacts', 'cards');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

type Drawn = { readonly name: string; readonly card: object };

const isCard = (screen: { readonly kind: string }): screen is CardScreen =>
  screen.kind !== 'note' && screen.kind !== 'sign-in';

function cardsIn(language: Language): Drawn[] {
  const words = wordsIn(language, { now });
  return Object.entries(cardScreens()).flatMap(([screen, what]) =>
    isCard(what)
      ? [
          { name: `${language}, ${screen}`, card: renderCard(cardData(words, what)) },
          { name: `${language} longer, ${screen}`, card: renderCard(cardData(longerWords(words), what)) },
        ]
      : [],
  );
}

async function openPage(): Promise<{ page: Page; close: () => Promise<void> }> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await browser.newPage();
  await page.setContent('<body style="margin:0;font:14px/20px sans-serif;overflow-wrap:anywhere"></body>');
  for (const sheet of ['theme.css', 'cards.css']) await page.addStyleTag({ path: join(PAGE, sheet) });
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  // As a classic script, which has run when it is there; a module runs some time later.
  await page.addScriptTag({ path: join(__dirname, 'card-flaws.mjs') });
  return { page, close: () => browser.close() };
}

/** What `card-flaws.mjs` finds in the page. */
const flawsOf = (page: Page, card: object, hostConfig: unknown, width: number): Promise<string[]> =>
  page.evaluate(`cardFlaws(${JSON.stringify(card)}, ${JSON.stringify(hostConfig)}, ${width})`);

async function drawAll(): Promise<Measured> {
  const { page, close } = await openPage();
  // The sandbox page draws cards nearly as Teams does; here they are drawn in the same way.
  const { hostConfig } = (await import(join(PAGE, 'host-config.mjs'))) as { hostConfig: unknown };
  const flaws: string[] = [];
  mkdirSync(PICTURES, { recursive: true });
  for (const { name, card } of languages.flatMap(cardsIn))
    for (const width of WIDTHS) {
      const found = await flawsOf(page, card, hostConfig, width);
      flaws.push(...found.map((flaw) => `${name} at ${width} px: ${flaw}`));
      if (/(?:draft|ready|needs-human|pick a device)$/u.test(name) || (found.length > 0 && flaws.length < 60))
        await page.screenshot({
          path: join(PICTURES, `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '_')}-${width}.png`),
          fullPage: true,
        });
    }
  await close();
  for (const flaw of flaws.slice(0, 20)) console.log(flaw);
  return atMost(flaws.length, 0);
}

const drawn = languages.flatMap(cardsIn);

export const drawnCardBars: readonly Bar[] = [
  {
    name: `cards that schema 1.5 refuses (of ${drawn.length}: six languages, and 40 % longer)`,
    limit: '0',
    measure: () => atMost(drawn.filter(({ card }) => schemaErrors(card).length > 0).length, 0),
  },
  {
    name: `texts cut off, sticking out or overlapping, at ${WIDTHS.join(' and ')} px`,
    limit: '0',
    measure: drawAll,
  },
];
