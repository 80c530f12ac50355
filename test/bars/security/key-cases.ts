import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { goodHeader, jwks, rotatedJwks, sign, signAsStranger, type KeyAnswer } from './forger';
import { openHouse, type House } from './front-door-house';
import type { Edit } from './mutant';
import { rawRequest, sendRaw } from './raw-http';
import { goodClaims, goodRequest } from './token-cases';

// What the key server and the clock can do to the front door. Each case says whether it went as it must.

export type KeyCase = {
  readonly name: string;
  readonly holds: (edits?: readonly Edit[]) => Promise<boolean>;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function inHouse(
  edits: readonly Edit[] | undefined,
  answer: KeyAnswer | undefined,
  play: (house: House) => Promise<boolean>,
): Promise<boolean> {
  const house = await openHouse(edits, answer);
  try {
    return await play(house);
  } finally {
    await house.stop();
  }
}

const ask = async (house: House) => (await sendRaw(house.port, goodRequest(house.world))).status;

/** A token by a key id, signed with the key that the connector changes to. */
const askWith = async (house: House, kid: string) => {
  const token = signAsStranger(goodClaims(house.world), { ...goodHeader, kid });
  const headers = [
    ['Content-Type', 'application/json'],
    ['Authorization', `Bearer ${token}`],
  ] as const;
  return (await sendRaw(house.port, rawRequest(headers, JSON.stringify(house.world.activity())))).status;
};

/** Without usable keys nobody gets in, Teams may try again, and nobody else is asked for keys. */
const withoutKeys = (name: string, answer: (elsewhere: string) => KeyAnswer): KeyCase => ({
  name: `keys: ${name}`,
  async holds(edits) {
    let asked = 0;
    const stranger = createServer((_request, response) => {
      asked += 1;
      json(response, jwks);
    });
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo; // a TCP server that listens has an AddressInfo
    try {
      return await inHouse(edits, answer(`http://127.0.0.1:${port}/keys`), async (house) => {
        const answered = await sendRaw(house.port, goodRequest(house.world));
        const refused = answered.status === 503 && answered.body === '{"error":"unavailable"}';
        return refused && house.turns() === 0 && house.lines.length === 1 && asked === 0;
      });
    } finally {
      stranger.closeAllConnections();
      stranger.close();
    }
  },
});

const json = (response: ServerResponse, body: unknown) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const unavailable: KeyAnswer = (response) => {
  response.writeHead(503);
  response.end();
};

const inTime = (name: string, play: (house: House) => Promise<boolean>): KeyCase => ({
  name,
  holds: (edits) => inHouse(edits, undefined, play),
});

export const keyCases: readonly KeyCase[] = [
  withoutKeys('503', () => unavailable),
  withoutKeys('silence', () => () => undefined),
  withoutKeys('a megabyte', () => (response, path, origin) => {
    const more = 'x'.repeat(1_000_000);
    json(response, path === '/keys' ? { ...jwks, more } : { jwks_uri: `${origin}/keys`, more });
  }),
  withoutKeys('a page of HTML', () => (response) => {
    response.writeHead(200);
    response.end('<html>');
  }),
  withoutKeys('led to another host', (elsewhere) => (response) => {
    response.writeHead(302, { location: elsewhere });
    response.end();
  }),
  withoutKeys('metadata that point to another host', (elsewhere) => (response) => {
    json(response, { jwks_uri: elsewhere });
  }),
  withoutKeys('an empty set', () => (response, path, origin) => {
    json(response, path === '/keys' ? { keys: [] } : { jwks_uri: `${origin}/keys` });
  }),
  inTime('keys: an outage for six days, and for eight', async (house) => {
    const before = await ask(house);
    house.keys.answer = unavailable;
    house.clock.pass(6 * DAY);
    const within = await ask(house);
    house.clock.pass(2 * DAY);
    return [before, within, await ask(house)].join() === '200,200,503';
  }),
  inTime('keys: a new key, within one reading', async (house) => {
    const before = [await ask(house), await askWith(house, 'rotated')];
    house.keys.answer = (response, path, origin) => {
      json(response, path === '/keys' ? rotatedJwks : { jwks_uri: `${origin}/keys` });
    };
    house.clock.pass(6 * MINUTE);
    return [...before, await askWith(house, 'rotated')].join() === '200,401,200';
  }),
  inTime('keys: a flood of made-up key ids, one reading in five minutes', async (house) => {
    await ask(house);
    const before = house.keys.reads;
    const kids = Array.from({ length: 100 }, (_, n) => `made-up-${n}`);
    const statuses = await Promise.all(kids.map((kid) => askWith(house, kid)));
    // One reading is two requests: metadata and keys.
    return statuses.every((status) => status === 401) && house.keys.reads - before <= 2;
  }),
  inTime('keys: fifty people at once, one reading', async (house) => {
    const statuses = await Promise.all(Array.from({ length: 50 }, () => ask(house)));
    return statuses.every((status) => status === 200) && house.keys.reads === 2;
  }),
  inTime('time: a remembered token ends', async (house) => {
    const claims = goodClaims(house.world, { exp: house.world.now() + 60 });
    const headers = [
      ['Content-Type', 'application/json'],
      ['Authorization', `Bearer ${sign(claims)}`],
    ] as const;
    const again = () => sendRaw(house.port, rawRequest(headers, JSON.stringify(house.world.activity())));
    const first = (await again()).status;
    house.clock.pass(7 * MINUTE);
    return [first, (await again()).status].join() === '200,401';
  }),
  inTime('time: the clock of the server is set ten minutes ahead and back', async (house) => {
    const bytes = goodRequest(house.world);
    const send = async () => (await sendRaw(house.port, bytes)).status;
    const statuses = [await send()];
    house.clock.pass(10 * MINUTE);
    statuses.push(await send());
    house.clock.pass(-10 * MINUTE);
    return [...statuses, await send()].join() === '200,200,200';
  }),
];
