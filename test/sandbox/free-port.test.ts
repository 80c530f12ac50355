import { findFreePort } from '../../src/sandbox/http';

test('no connection gets the port that was found free for the bot before the bot has it', async () => {
  for (let count = 0; count < 20; count += 1) expect(await findFreePort()).toBeLessThan(32_768);
});
