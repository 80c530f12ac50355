import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { KeysUnavailable, type SigningKeys } from '../auth/signing-keys';
import type { Clock } from '../desk/ports';
import type { AddressGuard } from '../outbound';
import type { TenantId } from '../request/ids';
import { activityShape, isOfTenant, type TeamsActivity } from './activity-shapes';
import { verifyConnectorToken, type ConnectorToken, type TokenRefusal } from './connector-token';

/** Why a request was turned away; stands in the log, never in the answer. */
export type FrontDoorRefusal =
  | TokenRefusal
  | 'token-missing'
  | 'token-malformed'
  | 'keys-unavailable'
  | 'activity-malformed'
  | 'activity-channel'
  | 'activity-service-url'
  | 'activity-service-url-not-allowed'
  | 'activity-tenant';

export type Refused = {
  readonly ok: false;
  readonly status: 400 | 401 | 403 | 503;
  readonly code: FrontDoorRefusal;
};
export type TokenCheck = { readonly ok: true; readonly token: ConnectorToken } | Refused;
export type ActivityCheck = { readonly ok: true } | Refused;

export type FrontDoorRules = {
  readonly botId: string;
  readonly tokenIssuer: string;
  readonly tenant: TenantId;
  readonly maySendTo: AddressGuard;
};

/** botbuilder knows further doors (emulator, skills, other channels): this one is passed before it sees anything. */
export interface FrontDoor {
  /** @param authorization every `Authorization` header of the request. */
  checkToken(authorization: readonly string[]): Promise<TokenCheck>;
  checkActivity(token: ConnectorToken, activity: unknown): ActivityCheck;
}

const CHANNEL = 'msteams';
/** Those of the connector have some 1.5 kB; Node takes 16 KiB of headers altogether. */
const LONGEST_TOKEN = 8 * 1024;
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/;
const ONE_HOUR = 60 * 60 * 1000;

export function frontDoor(rules: FrontDoorRules, keys: SigningKeys, clock: Clock): FrontDoor {
  const { botId, tokenIssuer } = rules;
  const expected = { issuer: tokenIssuer, audience: botId, channel: CHANNEL };
  const known = new LRUCache<string, ConnectorToken>({ max: 1000 });
  return {
    async checkToken(authorization) {
      const [header, ...others] = authorization;
      if (header === undefined) return refused(401, 'token-missing');
      const token = header.length <= LONGEST_TOKEN ? BEARER.exec(header)?.[1] : undefined;
      if (token === undefined || others.length > 0) return refused(401, 'token-malformed');
      const hash = createHash('sha256').update(token).digest('base64');
      const seen = known.get(hash);
      if (seen && seen.expiresAt > clock.now()) return { ok: true, token: seen };
      const checked = await verifiedOr503(() => verifyConnectorToken(token, expected, keys, clock.now()));
      if (checked.ok) known.set(hash, forAnHourAtMost(checked.token, clock.now()));
      return checked;
    },
    checkActivity: (token, activity) => checkActivity(rules, token, activity),
  };
}

async function verifiedOr503(verify: () => Promise<ConnectorToken | TokenRefusal>): Promise<TokenCheck> {
  try {
    const verified = await verify();
    return typeof verified === 'string' ? refused(401, verified) : { ok: true, token: verified };
  } catch (error) {
    // Not the caller's fault, and nobody got in: Teams delivers again.
    if (error instanceof KeysUnavailable) return refused(503, 'keys-unavailable');
    throw error;
  }
}

/** A key that was withdrawn must not live on in this cache. */
const forAnHourAtMost = (token: ConnectorToken, now: number): ConnectorToken => ({
  ...token,
  expiresAt: Math.min(token.expiresAt, now + ONE_HOUR),
});

const withServiceUrl = z.looseObject({ serviceUrl: z.string(), channelId: z.string() });
const withTenant = activityShape.pick({ channelData: true, conversation: true });

function checkActivity(rules: FrontDoorRules, token: ConnectorToken, activity: unknown): ActivityCheck {
  const { data } = withServiceUrl.safeParse(activity);
  if (!data) return refused(403, 'activity-malformed');
  if (data.channelId !== CHANNEL) return refused(403, 'activity-channel');
  if (data.serviceUrl !== token.serviceUrl) return refused(403, 'activity-service-url');
  if (!rules.maySendTo(data.serviceUrl)) return refused(403, 'activity-service-url-not-allowed');
  const named: Pick<TeamsActivity, 'channelData' | 'conversation'> | undefined =
    withTenant.safeParse(activity).data;
  if (!named) return refused(400, 'activity-malformed');
  return isOfTenant(named, rules.tenant) ? { ok: true } : refused(403, 'activity-tenant');
}

const refused = (status: Refused['status'], code: FrontDoorRefusal): Refused => ({ ok: false, status, code });
