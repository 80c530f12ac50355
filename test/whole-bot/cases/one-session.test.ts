import type { SeenCard } from '../../../src/sandbox/teams-client/card-reading';
import {
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

// One help request has one session at a time, however many confirm cards its technician opens.

let desk: HelpDesk;
beforeEach(async () => {
  desk = await openHelpDesk();
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  await desk.alone('bert').install();
  await raises(desk, 'bert', "my laptop LAPTOP-7F3K won't start");
  await desk.inChannel('tom').press('case-take');
});
afterEach(() => desk.stop());

const confirmCardOf =
  (device: string) =>
  (card: SeenCard): boolean =>
    has('request-assistance')(card) && card.text.includes(device);

/** The laptop that Bert wrote of is Anna's. */
async function confirmCardOfAnnas(): Promise<SeenCard> {
  const tom = desk.alone('tom');
  await tom.press(/LAPTOP-7F3K/);
  await tom.press('pick', {}, { on: await tom.card(says('case.mismatch.heading')) });
  return tom.card(confirmCardOf('LAPTOP-7F3K'));
}

async function confirmCardOfBerts(): Promise<SeenCard> {
  const tom = desk.alone('tom');
  await tom.press('case-devices');
  await tom.press(/LAPTOP-7F3X/);
  return tom.card(confirmCardOf('LAPTOP-7F3X'));
}

const press = (verb: string, on: SeenCard) => desk.alone('tom').press(verb, {}, { on });
const isUnderWay = says('case.refusal.session-under-way');

test('of two confirm cards the second waits, and the owner of the first device can stop the session', async () => {
  const [annas, berts] = [await confirmCardOfAnnas(), await confirmCardOfBerts()];
  await press('request-assistance', annas);
  await desk.alone('tom').card(/session is ready/i);
  const { card: refused } = await press('request-assistance', berts);
  expect(refused?.text).toMatch(isUnderWay);
  expect(refused && has('request-assistance')(refused)).toBe(true);
  await desk.alone('anna').press('case-disown');
  await everybodySees(desk, isNow('disowned'));
  expect(desk.played.posts()).toHaveLength(1);
  expect(desk.alone('bert').cards().filter(has('case-disown'))).toEqual([]);
});

test('of two confirm cards pressed at once, one asks Intune and the other says why it did not', async () => {
  const cards = [await confirmCardOfAnnas(), await confirmCardOfBerts()];
  const pressed = await Promise.all(cards.map((card) => press('request-assistance', card)));
  expect(pressed.filter(({ card }) => isUnderWay.test(card?.text ?? ''))).toHaveLength(1);
  await desk.alone('tom').card(/session is ready/i);
  await everybodySees(desk, isNow('in-session'));
  const told = ['anna', 'bert'].filter((who) => desk.alone(who).cards().some(has('case-disown')));
  expect(told).toHaveLength(1);
  await desk.alone(told[0] ?? '').press('case-disown');
  await everybodySees(desk, isNow('disowned'));
  expect(desk.played.posts()).toHaveLength(1);
});

/** Intune refused the session on Anna's device: there is a card with "try again". */
async function refusedByIntune(): Promise<SeenCard> {
  desk.played.device('LAPTOP-7F3K').behave({ answer: 'forbidden' });
  await press('request-assistance', await confirmCardOfAnnas());
  return desk.alone('tom').card(has('try-again'));
}

test('"try again" of a device that Intune refused waits until the session on the other one is over', async () => {
  const refused = await refusedByIntune();
  await press('request-assistance', await confirmCardOfBerts());
  const ready = await desk.alone('tom').card((card) => has('close')(card) && /LAPTOP-7F3X/.test(card.text));
  expect((await press('try-again', refused)).card?.text).toMatch(isUnderWay);
  await press('close', ready);
  await press('try-again', refused);
  await desk.alone('tom').card(confirmCardOf('LAPTOP-7F3K'));
});

test.each([
  ['is over', () => desk.inChannel('bert').press('case-withdraw'), 'case.refusal.already-over'],
  ['nobody has any more', () => desk.alone('tom').press('case-release'), 'case.refusal.nobody-on-it'],
  ['a colleague has by now', takenByTina, 'case.refusal.not-yours'],
] as const)(
  '"try again" for a help request that %s opens no confirm card, and says why',
  async (_, goesOn, why) => {
    const refused = await refusedByIntune();
    await goesOn();
    const looks = desk.graphCalls();
    const { card } = await press('try-again', refused);
    expect(card?.text).toMatch(says('case.heading', { number: 1 }));
    expect(card?.text).toMatch(says(why));
    await desk.alone('tom').say('queue');
    await desk.alone('tom').card(listsQueue);
    expect(desk.graphCalls()).toBe(looks);
    expect(desk.alone('tom').cards().filter(has('request-assistance'))).toEqual([]);
  },
);

async function takenByTina(): Promise<void> {
  await signsIn(desk, 'tina');
  await desk.alone('tom').press('case-release');
  await desk.inChannel('tina').press('case-take');
  await desk.alone('tina').card(has('pick'));
}
