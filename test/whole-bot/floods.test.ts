import { play, type Play } from './play';

const HOUR = 60 * 60 * 1000;
const plenty = { burst: 1000, every: 1 };
const limited = { person: { burst: 6, every: HOUR }, conversation: plenty, tenant: plenty };

let played: Play;
beforeEach(async () => {
  played = await play({}, { floodLimits: limited });
});
afterEach(() => played.stop());

const questions = () => played.sandbox.wire.find('graph', /^GET /u).length;

test('a script that tries out names of devices is told once, and Intune hears no more of it', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  for (let n = 0; n < 5; n += 1) await tom.say(`help me with device GUESS-${n}`);
  await tom.card(/GUESS-4/);
  const asked = questions();
  for (let n = 5; n < 25; n += 1) await tom.say(`help me with device GUESS-${n}`);
  await tom.text(/too much at once/i);
  // A restart forgets nothing: what counts is in the database.
  await played.restart();
  await tom.say('help me with device GUESS-25');
  const pressed = await tom.press('request-assistance');
  expect(pressed.message).toMatch(/too much at once/i);
  expect(questions()).toBe(asked);
  expect(tom.texts().filter((text) => /too much at once/i.test(text))).toHaveLength(1);
  expect(played.posts()).toEqual([]);
});

test('another person is not kept waiting by it', async () => {
  const tom = played.sandbox.openChat('tom');
  for (let n = 0; n < 10; n += 1) await tom.say('status');
  await tom.text(/too much at once/i);
  const tina = played.sandbox.openChat('tina');
  await tina.say('help me with device LAPTOP-7F3K');
  await tina.card(/Request remote assistance/);
});
