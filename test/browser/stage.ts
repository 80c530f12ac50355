import { chromium, type Browser, type Page } from 'playwright-core';
import type { Intervals } from '../../src/bot';
import type { Listening } from '../../src/sandbox/http';
import { startPage } from '../../src/sandbox/page/page-server';
import type { SandboxSettings } from '../../src/sandbox/settings';
import { play, type Play } from '../whole-bot/play';
import { Player } from './player';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Less than a story may last, so that the browser itself says what it waited for. */
const PATIENCE_MS = 20_000;

export type View = {
  /** What stands behind the question mark of the page's address. */
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  /** Pixels of a picture in one of the page. */
  readonly scale?: number;
};

/** Bot, sandbox and page, and the browsers' windows in which they are played. */
export type Stage = {
  readonly played: Play;
  readonly url: string;
  open(view?: View): Promise<Player>;
  /** Closes everything. @throws if a window reported an error or asked for anything outside of this machine. */
  close(): Promise<void>;
};

export type OpenStage = (settings?: SandboxSettings, intervals?: Partial<Intervals>) => Promise<Stage>;

/** One Chromium for the stories of a file. */
export function useChromium(): OpenStage {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(() => browser.close());
  return async (settings, intervals) => {
    const played = await play(settings, intervals);
    return stageFor(browser, played, await startPage(played.sandbox, 0));
  };
}

function stageFor(browser: Browser, played: Play, server: Listening): Stage {
  const complaints: string[] = [];
  const pages: Page[] = [];
  return {
    played,
    url: server.url,
    async open({ query = '', width = 1440, height = 900, scale = 1 } = {}) {
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor: scale,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      pages.push(page);
      page.setDefaultTimeout(PATIENCE_MS);
      listenForComplaints(page, complaints);
      await page.goto(`${server.url}/?${query}`);
      const player = new Player(page);
      await player.isThere();
      return player;
    },
    async close() {
      await Promise.all(pages.map((page) => page.close()));
      await server.stop();
      await played.stop();
      expect(complaints).toEqual([]);
    },
  };
}

function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`Asked ${request.url()}`);
  });
}
