import { has, openHelpDesk } from './help-desk';

// Two hundred people need help in the same quarter of an hour, in one channel.

/** How much faster time passes, for Teams and for the bot alike. */
const SPEED = 40;

test('two hundred requests in one channel keep to what Teams allows: not one is turned away', async () => {
  const began = Date.now();
  const now = () => began + (Date.now() - began) * SPEED;
  const clock = { now, monotonic: () => now() - began };
  const desk = await openHelpDesk(
    { now, connector: { enforceLimits: true }, patienceMs: 60_000 },
    { caseLimits: { nudgeAfter: 24 * 60 * 60_000, mostNudges: 0 } },
    clock,
  );
  try {
    const people = ['anna', 'bert', 'yuki', 'maria'];
    for (const who of people) desk.inChannel(who).client.refreshesCards = false;
    for (let number = 0; number < 200; number += 1) {
      await desk.inChannel(people[number % people.length] ?? '').say(`screen ${number} flickers`);
      // Nobody types faster than this, and the channel as a whole not faster than four in a second.
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
    const cards = () => desk.inChannel('maria').cards().filter(has('case-take'));
    await desk.inChannel('maria').view.wait('200 cards', () => cards().length === 200 || undefined);
    const { wire } = desk.played.sandbox;
    expect(wire.find('connector').filter(({ status }) => status === 429)).toEqual([]);
    expect(new Set(cards().map(({ messageId }) => messageId)).size).toBe(200);
  } finally {
    await desk.stop();
  }
}, 90_000);
