import fc from '../../setup/generated';
import { cardVersion } from '../../../src/desk/card-version';
import { press } from '../../../src/desk/press';
import { openDraft } from '../../../src/desk/open-draft';
import type { Caller } from '../../../src/desk/help-desk';
import type { Desk } from '../../../src/desk/desk';
import { deviceId, requestId, type DeviceId } from '../../../src/request/ids';
import { GraphAccess } from '../../../src/desk/graph-access';
import { readActivity } from '../../../src/teams/read-activity';
import { deskInMemory } from '../../desk/desk-in-memory';
import { ana, laptop, must, noon, tenant, tom } from '../../request/stories';
import { freshFile, openFresh, standingClock } from '../../storage/open-for-test';
import * as activities from '../../teams/activities';
import { atMost, type Bar } from '../bar';

// Card data comes from the client: whoever has a card can send what they like. Here Tom does, thousands of times.

const SEED = 20261125;
const COUNT = 5_000;
const HOUR = 3_600_000;

const tomsChat = 'a:1tom';
const anasChat = 'a:1ana';
const caller = (person: typeof tom, conversation: string): Caller => ({
  ...{ person, tenant, name: 'T', language: 'en' },
  place: {
    tenant,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation,
    kind: 'personal',
    bot: '28:bot',
  },
});
const asTom = caller(tom, tomsChat);

const guid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** A desk over a real database, and what was asked of Intune. */
async function openWorld() {
  const clock = standingClock(noon);
  const fresh = freshFile();
  const storage = await openFresh(fresh, clock);
  const committed: string[] = [];
  const asked: { readonly by: string; readonly device: string }[] = [];
  let ids = 0;
  const signedIn = (person: typeof tom) =>
    Promise.resolve(new GraphAccess(person, tenant, noon + HOUR, 'secret'));
  const { desk } = deskInMemory({
    requests: {
      ...storage.requests,
      commit: (seen, next, events) => {
        committed.push(next.id);
        return storage.requests.commit(seen, next, events);
      },
    },
    ...{ tickets: storage.tickets, vault: storage.vault, clock },
    ...{ cards: storage.cards, noticeboard: { show: () => Promise.resolve() } },
    signIns: { accessFor: signedIn, signOut: () => Promise.resolve() },
    newRequestId: () => must(requestId(guid((ids += 1)))),
    assistance: {
      look: (_access, address) => {
        const device = { ...laptop, id: 'device' in address ? address.device : laptop.id };
        return Promise.resolve({ device, address, sight: {} });
      },
      lookAll: (_access, addresses) => Promise.resolve(addresses.map(() => ({}))),
      request: (access, address) => {
        asked.push({ by: access.technician, device: 'device' in address ? address.device : '' });
        return Promise.resolve({});
      },
    },
  });
  const close = async () => {
    await storage.close();
    await fresh.remove();
  };
  return { desk, asked, committed, close };
}

/** A confirm card on a device of its own, and the ticket of its buttons. */
async function confirmCard(desk: Desk, by: Caller, n: number) {
  const device: DeviceId = must(deviceId(guid(0x100000 + n)));
  const access = must(await desk.signIns.accessFor(by.person));
  const screen = await openDraft(desk, by, access, { address: { form: 'direct', api: 'v1.0', device } });
  if (screen.kind !== 'request') throw new Error('No confirm card');
  const { request } = screen.stored;
  const bearer = { tenant, person: by.person, conversation: by.place.conversation };
  const contents = { request: request.id, version: cardVersion(request) };
  const ticket = await desk.tickets.issue('request', bearer, contents, noon + HOUR);
  return { request, device, ticket };
}

type Card = Awaited<ReturnType<typeof confirmCard>>;

/** The press as Teams sends it. */
const pressOf = ({ ticket }: Card, verb: string): object =>
  activities.press(
    verb,
    { ticket, reason: 'printer' },
    {
      from: { id: '29:1tom', name: 'Tom', aadObjectId: String(tom) },
      conversation: { conversationType: 'personal', tenantId: String(tenant), id: tomsChat },
      channelData: { tenant: { id: String(tenant) } },
    },
  );

/** Everything an attacker could put in: what other cards carry, what older forms of cards carried, and nonsense. */
const replacements = (foreign: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...foreign) },
    fc.constantFrom(
      'request-assistance',
      'send-again',
      'check-again',
      'close',
      'pick',
      'status',
      'sign-in',
      'wipe',
    ),
    fc.constantFrom('__proto__', 'constructor', '', ' ', 'null', "' or 1=1 --", '../..'),
    fc.jsonValue({ maxDepth: 2 }),
  );

type Place = { readonly holder: object; readonly key: string };

/** Every path below the value of the press, and the id of the card's message. */
function placesOf(activity: object): Place[] {
  const value: unknown = Reflect.get(activity, 'value');
  return [...placesIn(value), { holder: activity, key: 'replyToId' }];
}

function placesIn(node: unknown): Place[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [{ holder: node, key }, ...placesIn(child)]);
}

type Mutation = {
  readonly verb: string;
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add';
  readonly value: unknown;
};

const mutations = (foreign: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.record({
    verb: fc.constantFrom('request-assistance', 'cancel', 'another-device'),
    at: fc.nat(1000),
    how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add'),
    value: replacements(foreign),
  });

/** Names under which other bots' cards carry facts. */
const FACTS = ['deviceId', 'device', 'requestId', 'request', 'person', 'technician', 'row', 'oid', 'address'];

function mutate(activity: object, { at, how, value }: Mutation): void {
  const places = placesOf(activity);
  const place = places[at % places.length];
  if (!place) return;
  if (how === 'remove') Reflect.deleteProperty(place.holder, place.key);
  else if (how === 'replace') Reflect.set(place.holder, place.key, value);
  else Reflect.set(place.holder, FACTS[at % FACTS.length] ?? '', value);
}

/** Presses as the edge would: who presses comes from the activity, never from the card. */
async function deliver(desk: Desk, activity: object): Promise<void> {
  const inbound = readActivity(activity, tenant);
  if (inbound.kind !== 'press') return;
  const { verb, ticket, row, cardActivityId } = inbound;
  const given = {
    ...(row !== undefined && { row }),
    ...(cardActivityId !== undefined && { cardActivityId }),
  };
  const answered = await press(desk, {
    caller: { ...asTom, person: inbound.sender.person },
    verb,
    ticket,
    ...given,
  });
  await answered.later?.();
}

/** Cards that are not for this press: of others, and of Tom's own in another chat. */
async function foreignCards(desk: Desk): Promise<string[]> {
  const cards = [
    await confirmCard(desk, caller(ana, anasChat), 1),
    await confirmCard(desk, caller(ana, tomsChat), 2),
    await confirmCard(desk, caller(tom, 'a:1elsewhere'), 3),
  ];
  const anas = { tenant, person: ana, conversation: tomsChat };
  const pick = await desk.tickets.issue('pick', anas, { choices: [] }, noon + HOUR);
  // Tom's own, in this chat, but of yesterday, or of an earlier version of its card.
  const { request } = await confirmCard(desk, asTom, 4);
  const toms = { tenant, person: tom, conversation: tomsChat };
  const contents = { request: request.id, version: cardVersion(request) };
  const expired = await desk.tickets.issue('request', toms, contents, noon - 1);
  const older = await desk.tickets.issue('request', toms, { ...contents, version: 'older' }, noon + HOUR);
  return [
    ...cards.flatMap(({ ticket, device, request: { id } }) => [ticket, device, id]),
    ...[pick, ana, expired, older],
  ];
}

async function play(): Promise<string[]> {
  const { desk, asked, committed, close } = await openWorld();
  const flaws: string[] = [];
  try {
    const all = fc.sample(mutations(await foreignCards(desk)), { numRuns: COUNT, seed: SEED });
    let own = await confirmCard(desk, asTom, 10);
    let [effects, sent] = [0, 0];
    for (const [n, mutation] of all.entries()) {
      const activity = structuredClone(pressOf(own, mutation.verb));
      mutate(activity, mutation);
      await deliver(desk, activity);
      const [calls, commits] = [asked.splice(0), committed.splice(0)];
      const isForeign = ({ by, device }: (typeof calls)[0]) => by !== tom || device !== own.device;
      if (calls.length > 1 || calls.some(isForeign) || commits.some((id) => id !== own.request.id))
        flaws.push(`${JSON.stringify(mutation)} acted on another device or person`);
      sent += calls.length;
      if (commits.length === 0) continue;
      effects += 1;
      own = await confirmCard(desk, asTom, 11 + n);
    }
    // Else the proof would prove nothing.
    if (effects < COUNT / 20 || sent < COUNT / 50) flaws.push(`only ${effects} presses had an effect`);
  } finally {
    await close();
  }
  return flaws;
}

export const pressedDataBars: readonly Bar[] = [
  {
    name: `changed card data that act on another device or person (of ${COUNT}, seed ${SEED})`,
    limit: '0',
    measure: async () => {
      const flaws = await play();
      for (const flaw of flaws.slice(0, 5)) console.log(`  ${flaw}`);
      return atMost(flaws.length, 0);
    },
  },
];
