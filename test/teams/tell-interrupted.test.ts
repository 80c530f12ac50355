import type { Interrupted } from '../../src/desk/ports';
import { message } from './activities';
import { bert, dana, personalChat, tenant } from './doubles';
import { edgeHarness, type EdgeHarness } from './edge-harness';
import { status } from './fake-connector';

let house: EdgeHarness;
beforeEach(async () => {
  house = await edgeHarness();
});
afterEach(() => house.stop());

const interrupted = (activityId: string, more: Partial<Interrupted> = {}): Interrupted => ({
  ...{ person: dana, tenant, account: '29:1dana', activityId, isLastTry: false },
  place: { ...personalChat, serviceUrl: house.connector.url },
  ...more,
});

async function tell(...messages: readonly Interrupted[]): Promise<void> {
  house.inbox.interrupted.push(...messages);
  await house.edge.tellInterrupted();
}

test('whoever wrote several messages that went under is told in one line, each person for themselves', async () => {
  await tell(interrupted('1'), interrupted('2'), interrupted('3', { person: bert, account: '29:1bert' }));
  expect(house.seen()).toEqual(['POST interrupted', 'POST interrupted']);
  expect(house.inbox.closed.sort()).toEqual(['1', '2', '3']);
});

test('the line comes in the language of the person, and teaches the bot no name', async () => {
  await house.people.learn(tenant, dana, { name: 'Dana Ito', chosenLanguage: 'ja' });
  await tell(interrupted('1'));
  expect(house.people.rows.get(dana)).toMatchObject({ name: 'Dana Ito', chosenLanguage: 'ja' });
});

test('a line that Teams does not take, or that nobody knows of, comes again later', async () => {
  for (const answer of [503, 429, 401]) {
    house.connector.answers.push(status(answer));
    await tell(interrupted('1'));
  }
  expect(house.inbox.closed).toEqual([]);
  await tell(interrupted('1'));
  expect(house.inbox.closed).toEqual(['1']);
});

test.each([
  ['the conversation is gone', 404, false],
  ['the bot was removed from it', 403, false],
  ['it was the last try', 503, true],
])('when %s, the line is given up and the log says so', async (_, answer, isLastTry) => {
  house.connector.answers.push(status(answer));
  await tell(interrupted('1', { isLastTry }));
  expect(house.inbox.closed).toEqual(['1']);
  expect(house.log.lines).toMatchObject([{ level: 'error', event: 'interruption not told' }]);
});

test('a message that Teams delivers again after the line is not answered', async () => {
  await house.inbox.receive({ ...interrupted(message('').id), place: personalChat });
  await house.deliver(message('help me with X'));
  await house.edge.stop();
  expect(house.seen()).toEqual([]);
});
