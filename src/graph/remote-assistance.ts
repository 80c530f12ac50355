import type { GraphAccess } from '../desk/graph-access';
import type { FirstSight, RemoteAssistance } from '../desk/ports';
import { isTrouble, NotPermitted, Unreachable, type Trouble } from '../desk/troubles';
import type { AssistanceSight, DeviceAddress } from '../request/device';
import { lookTarget, readSight } from './assistance-sight';
import { readParts, type PartAnswer } from './batch';
import { apiOf, assistancePath, canonicalAddress, isCanonical } from './device-paths';
import type { GraphClient } from './graph-client';
import { refusalBehind } from './graph-errors';

/** Looking at devices and asking for remote assistance, with the technician's own token. */
export function remoteAssistance(client: GraphClient): RemoteAssistance {
  return {
    look: (access, address) => look(client, access, address),
    lookAll: (access, addresses) => lookAll(client, access, addresses),
    // Path and token are settled synchronously: between the desk's send window and the write nothing is awaited.
    request: (access, address, clientRequestId) =>
      client.send(access, assistancePath(address), clientRequestId),
  };
}

/** Other forms than the canonical one are reported to fail in many ways; a "no" on one says nothing about the device. */
async function look(client: GraphClient, access: GraphAccess, address: DeviceAddress): Promise<FirstSight> {
  try {
    return await lookOn(client, access, address);
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!(error instanceof NotPermitted) || !refusal || isCanonical(address)) throw error;
    const canonical = canonicalAddress(address);
    if (canonical) return lookOn(client, access, canonical);
    // Without an id there is no second way, and a bare 400 means the form as likely as the device.
    if (refusal.status !== 400) throw error;
    throw new NotPermitted('action-not-possible', refusal.graphRequestId, { cause: refusal });
  }
}

async function lookOn(client: GraphClient, access: GraphAccess, address: DeviceAddress): Promise<FirstSight> {
  const body = await client.read(access, lookTarget(address), 'device');
  return { ...readSight(body, address), address };
}

/** `$batch` takes 20 parts. */
const MOST_PARTS = 20;

type Look = { readonly index: number; readonly address: DeviceAddress };

async function lookAll(
  client: GraphClient,
  access: GraphAccess,
  addresses: readonly DeviceAddress[],
): Promise<readonly (AssistanceSight | Trouble)[]> {
  const looks = addresses.map((address, index): Look => ({ index, address }));
  const seen = new Map<number, AssistanceSight | Trouble>();
  for (const api of ['v1.0', 'beta'] as const) {
    const own = looks.filter(({ address }) => apiOf(address) === api);
    for (let from = 0; from < own.length; from += MOST_PARTS) {
      const chunk = own.slice(from, from + MOST_PARTS);
      const answers = await lookAtOnce(client, access, chunk);
      for (const [at, { index }] of chunk.entries()) {
        const answer = answers[at];
        if (answer) seen.set(index, answer);
      }
    }
  }
  return looks.map(({ index }) => seen.get(index) ?? new Unreachable('intune'));
}

/** Looks on one version of Graph; a trouble of the whole exchange is the trouble of each of them. */
async function lookAtOnce(
  client: GraphClient,
  access: GraphAccess,
  looks: readonly Look[],
): Promise<readonly (AssistanceSight | Trouble)[]> {
  try {
    const answers = await readAtOnce(
      client,
      access,
      looks.map(({ address }) => address),
    );
    return looks.map(({ address }, at) => sightOf(answers[at], address));
  } catch (error) {
    if (!isTrouble(error)) throw error;
    return looks.map(() => error);
  }
}

async function readAtOnce(client: GraphClient, access: GraphAccess, addresses: readonly DeviceAddress[]) {
  const [first, ...others] = addresses;
  if (!first) return [];
  if (others.length === 0) return [{ body: await client.read(access, lookTarget(first), 'device') }];
  return readParts(client, access, apiOf(first), addresses.map(lookTarget));
}

function sightOf(answer: PartAnswer | undefined, address: DeviceAddress): AssistanceSight | Trouble {
  if (!answer || isTrouble(answer)) return answer ?? new Unreachable('intune');
  try {
    return readSight(answer.body, address).sight;
  } catch (error) {
    if (isTrouble(error)) return error;
    throw error;
  }
}
