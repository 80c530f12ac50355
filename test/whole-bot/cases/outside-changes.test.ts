import { join } from 'node:path';
import type { SeenCard } from '../../../src/sandbox/teams-client/card-reading';
import { openSqliteBeside } from '../../../src/storage/database/sqlite';
import {
  asksFor,
  everybodySees,
  has,
  isNow,
  listsQueue,
  openHelpDesk,
  raises,
  says,
  signsIn,
  type HelpDesk,
} from './help-desk';

// What Teams, Graph and people do on their own side while a request is under way.

let desk: HelpDesk;
beforeEach(async () => {
  desk = await openHelpDesk();
});
afterEach(() => desk.stop());

/** The card of the session itself, not the one of the request for help. */
const isReadyOrAsked = ({ actions }: SeenCard): boolean =>
  !actions.some(({ verb }) => verb === 'case-resolve');

const isMismatchOf =
  (device: RegExp) =>
  ({ text }: SeenCard): boolean =>
    says('case.mismatch.heading').test(text) && device.test(text);

test('Teams reaches the channel under another address: an older request goes there from then on', async () => {
  await signsIn(desk, 'tom');
  await raises(desk, 'anna', 'my screen flickers');
  const { sandbox } = desk.played;
  sandbox.parts.delivery.around.region = 'amer';
  await desk.inChannel('tom').press('case-take');
  await everybodySees(desk, /Tom Becker is on it/);
  await sandbox.requests('connector', /^PUT \/amer\/v3\/.*;messageid=/u);
  expect(sandbox.wire.find('connector', /^PUT \/emea\//u)).toEqual([]);
});

test('the owner has removed the bot: the technician knows at once, and needs a reason', async () => {
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  await desk.played.sandbox.personalChat('anna').uninstall();
  await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
  await desk.inChannel('tom').press('case-take');
  const tom = desk.alone('tom');
  await tom.press(/LAPTOP-7F3K/);
  const confirm = await tom.card(has('request-assistance'));
  expect(confirm.text).toMatch(says('case.guard.no-chat'));
  await tom.press('request-assistance', { reason: ' ' });
  await tom.card(says('case.guard.reason-needed'));
  expect(desk.played.posts()).toEqual([]);
  await tom.press('request-assistance', { reason: 'She stands beside me' });
  await tom.card(/session is ready/i);
});

test('Teams does not take the notice to the owner: the card says so, and the next session needs a reason', async () => {
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  await raises(desk, 'bert', "my laptop LAPTOP-7F3K won't print");
  const anna = desk.played.sandbox.tenant.person('anna');
  await desk.inChannel('tom').press('case-take');
  const tom = desk.alone('tom');
  await tom.press(/LAPTOP-7F3K/);
  await tom.press('pick', {}, { on: await tom.card(isMismatchOf(/LAPTOP-7F3K/)) });
  await tom.card(says('case.guard.will-be-told'));
  // Nobody tells the bot.
  anna.behave({ installed: false });
  await tom.press('request-assistance');
  await tom.card((card) => has('case-resolve')(card) && says('case.guard.not-delivered').test(card.text));
  const session = await tom.card(
    (card) =>
      /LAPTOP-7F3K/u.test(card.text) &&
      isReadyOrAsked(card) &&
      says('case.guard.not-delivered').test(card.text),
  );
  expect(session.text).not.toMatch(says('case.guard.told'));
  await raises(desk, 'maria', "my laptop LINK-3S won't print");
  await desk.inChannel('tom').press('case-take');
  await tom.press(/LINK-3S/);
  await tom.press('pick', {}, { on: await tom.card(isMismatchOf(/LINK-3S/)) });
  await tom.card((card) => has('request-assistance')(card) && says('case.guard.no-chat').test(card.text));
});

test('Graph does not lead through the person: their devices are found in the list of all', async () => {
  desk.played.sandbox.parts.graphSettings.forms.userList = 'no-route';
  await signsIn(desk, 'tom');
  await raises(desk, 'anna', 'my screen flickers');
  await desk.inChannel('tom').press('case-take');
  const devices = await desk.alone('tom').card(has('pick'));
  expect(devices.text).toMatch(/Anna Vogel · Windows/);
  expect(devices.text).not.toMatch(/Bert Jansen/);
  const lists = desk.played.sandbox.wire.find('graph', /^GET .*\/deviceManagement\/managedDevices\?/u);
  expect(lists).not.toEqual([]);
});

test('a deleted message raises nothing, and what it raised before stays', async () => {
  await raises(desk, 'anna', 'my screen flickers');
  const message = desk.thread.conversation.messages.find(({ from }) => from === 'anna');
  const deleted = await desk.inChannel('anna').afterwards(message?.id ?? '', { kind: 'deleted' });
  expect(deleted.status).toBeLessThan(300);
  await signsIn(desk, 'tom');
  await desk.alone('tom').card(says('case.queue.heading', { count: 1 }));
  await everybodySees(desk, isNow('open'));
});

test('withdrawn while Graph still holds the request: the truth is told, and the device is not asked again', async () => {
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  desk.played.device('LAPTOP-7F3K').behave({ answer: 'hang', acceptsAnyway: true });
  await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
  await desk.inChannel('tom').press('case-take');
  const confirm = await asksFor(desk, 'tom', /LAPTOP-7F3K/);
  await desk.played.sandbox.requests('graph', /^POST .*\/requestRemoteAssistance$/u);
  const withdrawn = await desk.inChannel('anna').press('case-withdraw');
  expect(withdrawn.card?.text).toMatch(says('case.session-was.asked'));
  await desk
    .alone('tom')
    .card((card) => card.messageId === confirm.messageId && /withdrawn/i.test(card.text));
  await everybodySees(desk, isNow('withdrawn'));
  expect(desk.played.posts()).toHaveLength(1);
  await desk.played.restart();
  await desk.alone('tom').say('queue');
  await desk.alone('tom').card(listsQueue);
  expect(desk.played.posts()).toHaveLength(1);
});

test('removed from the team: that nobody there sees the card any more is in the database', async () => {
  await signsIn(desk, 'tom');
  await raises(desk, 'anna', 'my screen flickers');
  await desk.played.sandbox.openChannel('Help desk', []).removeBot('maria');
  await desk.alone('tom').say('queue');
  const queue = await desk.alone('tom').card(says('case.queue.heading', { count: 1 }));
  await desk.alone('tom').press('case-open', {}, { on: queue });
  await desk.alone('tom').press('case-take');
  await desk.alone('tom').card(has('case-resolve'));
  await desk.played.sandbox.requests('connector', /^PUT .*;messageid=/u);
  await desk.played.restart();
  const database = openSqliteBeside(join(desk.played.sandbox.folder, 'device-assist.db'));
  const cards = await database.db
    .selectFrom('cards')
    .select(['audience', 'undeliverable_since'])
    .where('subject_kind', '=', 'case')
    .execute();
  await database.close();
  expect(cards.filter(({ undeliverable_since }) => undeliverable_since !== null)).toMatchObject([
    { audience: 'channel' },
  ]);
});
