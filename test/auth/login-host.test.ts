import { Wire } from '../../src/auth/login-host';
import { testClock } from './login-double';

it('credentials go to the configured login host and nowhere else', async () => {
  const asked: unknown[] = [];
  const fetch = (url: unknown) => {
    asked.push(url);
    return Promise.resolve(Response.json({}));
  };
  const wire = new Wire({
    authorityHost: 'https://login.example',
    clock: testClock(),
    onAlarm: () => undefined,
    fetch,
  });
  for (const url of [
    'https://login.example.evil/token',
    'https://login.example:444/token',
    'https://login.example@evil/token',
    'http://login.example/token',
    'https://evil/?https://login.example/token',
  ])
    await expect(wire.sendPostRequestAsync(url, { body: 'secret' })).rejects.toThrow('Not an address');
  expect(asked).toEqual([]);
  await wire.sendPostRequestAsync('https://login.example/token', { body: 'secret' });
  expect(asked).toEqual(['https://login.example/token']);
});
