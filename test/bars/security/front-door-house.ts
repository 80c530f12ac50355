import type * as SigningKeys from '../../../src/auth/signing-keys';
import type { Clock } from '../../../src/desk/ports';
import type { TenantId } from '../../../src/request/ids';
import type * as FrontDoor from '../../../src/teams/front-door';
import type * as MessagesRoute from '../../../src/teams/messages-route';
import type * as ServerModule from '../../../src/teams/server';
import type * as Outbound from '../../../src/outbound';
import { message } from '../../teams/activities';
import { botId, tenant, testClock, testLog, type Line } from '../../teams/doubles';
import { ISSUER, orderly, startKeyServer, type KeyAnswer, type KeyServer } from './forger';
import { loadWith, type Edit } from './mutant';
import type { TokenWorld } from './token-cases';

/** The front door alone, over HTTP, on a clock that the proof sets; with changes to its source, if wanted. */
export type House = {
  readonly port: number;
  readonly world: TokenWorld;
  readonly clock: Clock & { pass(milliseconds: number): number };
  readonly keys: KeyServer;
  readonly lines: readonly Line[];
  turns(): number;
  stop(): Promise<void>;
};

const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
/** Milliseconds for the key server; the product's own limit is 3 s. */
const KEYS_WITHIN = 250;

export async function openHouse(edits: readonly Edit[] = [], answer: KeyAnswer = orderly): Promise<House> {
  const load = loadWith(edits);
  // The casts: modules are loaded by name, so that their source can be changed.
  const { frontDoor } = load('teams/front-door.ts') as typeof FrontDoor;
  const { messagesRoute } = load('teams/messages-route.ts') as typeof MessagesRoute;
  const { Server } = load('teams/server.ts') as typeof ServerModule;
  const { guardServiceUrls } = load('outbound.ts') as typeof Outbound;
  const { signingKeys } = load('auth/signing-keys.ts') as typeof SigningKeys;

  const clock = testClock();
  const log = testLog();
  const keys = await startKeyServer(answer);
  let turns = 0;
  const maySendTo = guardServiceUrls(['smba.trafficmanager.net', '*.botframework.com']);
  const connectorKeys = signingKeys({ openIdMetadataUrl: keys.metadataUrl, clock, timeout: KEYS_WITHIN });
  const door = frontDoor({ botId, tenant, tokenIssuer: ISSUER, maySendTo }, connectorKeys, clock);
  const takeTurn = () => {
    turns += 1;
    return Promise.resolve(undefined);
  };
  const server = new Server({ 'POST /api/messages': messagesRoute({ frontDoor: door, takeTurn, log }) }, log);
  const port = await server.listen(0, '127.0.0.1');
  return {
    ...{ port, clock, keys, lines: log.lines, turns: () => turns, world: worldOf(clock, tenant) },
    async stop() {
      keys.stop();
      await server.stop();
    },
  };
}

const worldOf = (clock: Clock, ofTenant: TenantId): TokenWorld => ({
  now: () => Math.floor(clock.now() / 1000),
  ...{ botId, tenant: ofTenant, serviceUrl: SERVICE_URL, appId: '44444444-4444-4444-8444-444444444444' },
  activity: (more = {}) => message('hello', { serviceUrl: SERVICE_URL, ...more }),
});
