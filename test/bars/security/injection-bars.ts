import fc from '../../setup/generated';
import type * as GraphClient from '../../../src/graph/graph-client';
import type * as ManagedDevices from '../../../src/graph/managed-devices';
import { access, patientClock, withGraph } from '../../graph/fake-graph';
import { atMost, type Bar } from '../bar';
import { loadWith, type Edit } from './mutant';
import { naughtyStrings } from './naughty-strings';

// Texts that would like to be more than a text in a question to Graph, seen as they arrive there.

const SEED = 20261125;
const own = [
  ...["' or 1 eq 1", "' or '1' eq '1", "'", "''", "'''", "x' or deviceName eq 'y", "')", "')) or (1 eq 1"],
  ...['%27', '%2527', '%27%20or%201%20eq%201', '\u2019', '\uFF07', "\\'", 'x\u0000y', '\r\nX-Injected: 1'],
  ...[
    '?$expand=users',
    '&$top=1',
    '&$filter=1 eq 1',
    '#',
    '/',
    '..',
    '../',
    '../../users',
    '..%2f..%2fusers',
  ],
  ...[
    ')/$value',
    '$batch',
    '/$value',
    '/wipe',
    '%2fwipe',
    '/../wipe',
    'x/retire',
    ';',
    ';/wipe',
    '.',
    '%2e%2e',
  ],
  ...['+', ' ', 'a b', '"', '\\', '{0}', '${x}', '@odata.id', "users('x')", 'null', 'true', '\uD83D'],
];
const grown = fc.sample(
  fc.tuple(fc.constantFrom(...own), fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...own)),
  { numRuns: 100, seed: SEED },
);
const payloads = [...own, ...grown.map((parts) => parts.join('')), ...naughtyStrings];

/** As JSON and UTF-8 carry it: half a letter is no letter. */
const carried = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');

const LITERAL =
  /^(?:(?:deviceName|serialNumber|imei|azureADDeviceId|userPrincipalName) eq |contains\((?:deviceName|displayName),)'((?:[^']|'')*)'\)?$/su;
const LIST = /^\/v1\.0\/deviceManagement\/(?:managedDevices|detectedApps)$/u;
/** A person or an app may be part of the path: as one segment, and nothing behind it but the list. */
const SEGMENT = /^\/v1\.0\/(?:users|deviceManagement\/detectedApps)\/([^/?#]+)\/managedDevices$/u;

/** What is wrong with a question that arrived, if anything. */
function flawOf(target: string, payload: string): string | undefined {
  const url = new URL(target, 'http://graph.example');
  // What stands in the path must be what was sent: the parser resolves dots, and a server may.
  if (!target.startsWith(url.pathname) || url.hash !== '') return 'another path than was sent';
  const names = [...url.searchParams.keys()].join();
  const segment = SEGMENT.exec(url.pathname)?.[1];
  if (segment !== undefined)
    return names === '$select' && decodeURIComponent(segment).toLowerCase() === payload.toLowerCase()
      ? undefined
      : 'another segment';
  if (url.pathname === '/v1.0/users' && names === '$search,$select') return undefined;
  if (!LIST.test(url.pathname) || names !== '$filter,$select') return 'another question';
  const literal = LITERAL.exec(url.searchParams.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
  return literal === carried(payload) ? undefined : 'another literal';
}

async function flaws(edits: readonly Edit[] = []): Promise<string[]> {
  const load = loadWith(edits);
  // The casts: loaded by name, so that their source can be changed.
  const { managedDevices } = load('graph/managed-devices.ts') as typeof ManagedDevices;
  const { graphClient } = load('graph/graph-client.ts') as typeof GraphClient;
  const found: string[] = [];
  const reply = { status: 200, body: { value: [] } };
  await withGraph(
    () => reply,
    async ({ asked, endpoint }) => {
      const devices = managedDevices(graphClient({ endpoint, ...patientClock() }));
      for (const payload of payloads) {
        const from = asked.length;
        const searches = [
          () => devices.named(access, payload),
          () => devices.nameContaining(access, payload),
          () => devices.withSerialNumber(access, payload),
          () => devices.withImei(access, payload),
          () => devices.withEntraId(access, payload),
          () => devices.apps(access, payload),
          () => devices.ofPerson(access, payload),
          () => devices.withApp(access, payload),
          () => devices.people(access, payload),
        ];
        // Refusing to ask is an answer, too.
        for (const search of searches) await search().catch(() => undefined);
        for (const { method, target, headers } of asked.slice(from)) {
          const flaw =
            method === 'GET' && !('x-injected' in headers) ? flawOf(target, payload) : 'another request';
          if (flaw !== undefined) found.push(`${flaw} for ${JSON.stringify(payload)}: ${target}`);
        }
      }
      if (asked.length < payloads.length * 4) found.push(`only ${asked.length} questions arrived`);
    },
  );
  return found;
}

const mutants: readonly Edit[] = [
  { file: 'graph/odata.ts', from: `.replaceAll("'", "''")`, to: '' },
  { file: 'graph/odata.ts', from: '`${name}=${encodeText(value)}`', to: '`${name}=${encodeURI(value)}`' },
  { file: 'graph/device-paths.ts', from: "app: '[A-Za-z0-9_-]{1,128}'", to: "app: '.{1,400}'" },
];

export const injectionBars: readonly Bar[] = [
  {
    name: `texts that became more than one literal or segment (of ${payloads.length}, seed ${SEED})`,
    limit: '0',
    measure: async () => {
      const found = await flaws();
      for (const flaw of found.slice(0, 5)) console.log(`  ${flaw}`);
      return atMost(found.length, 0);
    },
  },
  {
    name: `questions to Graph without their protection that pass (of ${mutants.length})`,
    limit: '0',
    measure: async () => {
      let passed = 0;
      for (const mutant of mutants)
        if ((await flaws([mutant])).length === 0) {
          passed += 1;
          console.log(`  ${mutant.file} without ${mutant.from}`);
        }
      return atMost(passed, 0);
    },
  },
];
