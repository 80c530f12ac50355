import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageSchemas, translatableKeys, type Manifest } from '../src/operator/package-checks';
import { commandTitles } from '../src/understand/command-titles';
import type { Intent, Language } from '../src/understand/intention';
import { understand } from '../src/understand/understand';
import { readPng } from './operator/package-png';

// What an administrator uploads, as it stands in the repository: before npm run package fills in the ids.

const folder = join(__dirname, '..', 'appPackage');
const fileText = (file: string): string => readFileSync(join(folder, file), 'utf8');
const schemas = packageSchemas();

const someId = '5f1c8d3a-92b7-4e0d-8c64-1b7a3e9f2d58';
const manifest = readManifest();
const additional = manifest.localizationInfo?.additionalLanguages ?? [];

function readManifest(): Manifest & Readonly<Record<string, unknown>> {
  const filled: unknown = JSON.parse(
    fileText('manifest.json')
      .replace(/\{\{[A-Z_]*ID\}\}/gu, someId)
      .replace(/\{\{[A-Z]+_URL\}\}/gu, 'https://assist.contoso.com/'),
  );
  if (!schemas.manifest(filled)) throw new Error(JSON.stringify(schemas.manifest.errors));
  return filled; // an object: the schema says so
}

/** JSON path → text, for a language tag of the manifest. */
function textsIn(tag: string): ReadonlyMap<string, string> {
  if (tag === 'en') return new Map(translatableKeys(manifest).map((key) => [key, textAt(key)]));
  const texts = JSON.parse(fileText(`${tag}.json`)) as Record<string, string>; // a test below holds it to the schema
  return new Map(Object.entries(texts).filter(([key]) => key !== '$schema'));
}

function textAt(key: string): string {
  const steps = key.split(/[.[\]]+/u);
  const text = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], manifest);
  return String(text);
}

const tags = ['en', ...additional.map(({ languageTag }) => languageTag)];
const languageOf = (tag: string): Language => (tag === 'pt' ? 'pt-BR' : (tag as Language));

/** What each command of the three lists must be understood as. */
const meant: readonly (readonly Intent[])[] = [
  [
    'help_device',
    'ask_for_help',
    'my_requests',
    'queue',
    'list_my_devices',
    'status',
    'history',
    'cancel',
    'language',
    'sign_out',
    'help_menu',
  ],
  ['help_device', 'ask_for_help', 'queue', 'use_this_channel', 'status', 'help_menu'],
  ['help_device', 'status', 'help_menu'],
];
const titles = tags.flatMap((tag) =>
  meant.flatMap((intents, list) =>
    intents.map((intent, at) => {
      const title = textsIn(tag).get(`bots[0].commandLists[${list}].commands[${at}].title`) ?? '';
      return { tag, title, intent, isShared: list > 0 };
    }),
  ),
);

test('the manifest offers the bot in personal chats, teams and group chats', () => {
  expect(manifest).toMatchObject({
    manifestVersion: '1.30',
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: someId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal'] }, { scopes: ['team'] }, { scopes: ['groupChat'] }],
      },
    ],
    webApplicationInfo: { id: someId, resource: `api://botid-${someId}` },
    validDomains: ['{{HOST}}'],
  });
});

test("somebody's message can be made a help request, from the menu of that message and nowhere else", () => {
  expect(manifest['composeExtensions']).toMatchObject([
    {
      botId: someId,
      commands: [
        // The id and the name of the field are what src/teams reads of the activity.
        { id: 'makeHelpRequest', type: 'action', context: ['message'], parameters: [{ name: 'note' }] },
      ],
    },
  ]);
});

test('every language of the bot has its file, and no other has', () => {
  expect(tags.map(languageOf).sort()).toEqual(Object.keys(commandTitles).sort());
  expect(additional.map(({ languageTag }) => `${languageTag}.json`)).toEqual(
    additional.map(({ file }) => file),
  );
});

test.each(additional)('$file is valid', ({ file }) => {
  const language: unknown = JSON.parse(fileText(file));
  schemas.language(language);
  expect(schemas.language.errors ?? []).toEqual([]);
});

test.each(tags)('%s says everything that English says, and nothing else', (tag) => {
  expect([...textsIn(tag).keys()].sort()).toEqual([...translatableKeys(manifest)].sort());
});

test.each(tags)('the texts of %s keep to the limits of Teams', (tag) => {
  const limits = [
    [/^name\.short$/u, 30],
    [/^name\.full$/u, 100],
    [/^description\.short$/u, 80],
    [/^description\.full$/u, 4000],
    [/\.title$/u, 32],
    [/(?:commands|parameters)\[\d+\]\.description$/u, 128],
  ] as const;
  const tooLong = [...textsIn(tag)].filter(([key, text]) => {
    const most = limits.find(([pattern]) => pattern.test(key))?.[1] ?? 0;
    return text.trim() === '' || text.length > most;
  });
  expect(tooLong).toEqual([]);
});

// Twelve: learn.microsoft.com, root.bots.commandLists, and the schema of the manifest.
test('no list has more than twelve commands, and each command is looked at below', () => {
  const lists = (manifest.bots ?? []).flatMap(({ commandLists }) => commandLists ?? []);
  expect(lists.map((list) => list.commands.length)).toEqual(meant.map((intents) => intents.length));
  expect(Math.max(...meant.map((intents) => intents.length))).toBeLessThanOrEqual(12);
});

// Teams sends the title of a command as an ordinary message, in the language of the client.
const at = '<at>Device Assist</at>';
const mentions = [{ text: at, id: '28:bot', name: 'Device Assist', isBot: true }];

test.each(titles)('$tag: "$title" is understood as $intent', ({ tag, title, intent, isShared }) => {
  const utterance = isShared
    ? { text: `${at} ${title}`, mentions, addressed: false, locale: tag }
    : { text: title, mentions: [], addressed: true, locale: tag };
  expect(understand(utterance)).toMatchObject({ intent, query: null });
});

test.each(titles.filter(({ intent, isShared }) => intent === 'help_device' && !isShared))(
  '$tag: "$title" with a name behind it asks for that device',
  ({ tag, title }) => {
    const text = `${title} LAPTOP-7F3K`;
    expect(understand({ text, mentions: [], addressed: true, locale: tag })).toMatchObject({
      intent: 'help_device',
      query: 'LAPTOP-7F3K',
    });
  },
);

test("the parser's table of exact commands is what the manifest and its languages say", () => {
  const generator = join(folder, 'command-titles.mjs');
  const { status, stderr } = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('the German texts never name another product: "Remotehilfe" is Quick Assist', () => {
  expect(fileText('de.json')).not.toMatch(/Remotehilfe|Fernwartung/u);
  expect(fileText('de.json')).toContain('Remoteunterstützung');
});

test('the colour icon is 192 pixels wide and high, opaque, on the accent colour', () => {
  const { width, height, pixels } = readPng(readFileSync(join(folder, 'color.png')));
  expect([width, height]).toEqual([192, 192]);
  expect(pixels.every(({ alpha }) => alpha === 255)).toBe(true);
  expect(pixels[0]?.rgb).toBe(manifest['accentColor']);
  expect(new Set(pixels.map(({ rgb }) => rgb)).size).toBeGreaterThan(4);
});

test('the outline icon is 32 pixels wide and high, white on transparent', () => {
  const { width, height, pixels } = readPng(readFileSync(join(folder, 'outline.png')));
  const drawn = pixels.filter(({ alpha }) => alpha > 0);
  expect([width, height]).toEqual([32, 32]);
  expect([...new Set(drawn.map(({ rgb }) => rgb))]).toEqual(['#ffffff']);
  expect(drawn.length).toBeGreaterThan(100);
  expect(drawn.length).toBeLessThan(32 * 32 * 0.6);
});
