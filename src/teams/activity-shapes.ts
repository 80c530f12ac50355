import { z } from 'zod';
import { tenantId, type TenantId } from '../request/ids';

// The parts of Teams' activities that the bot reads. Everything else is dropped, unseen.

const id = z.string().min(1).max(1000);
const account = z.object({
  id,
  name: z.string().max(500).nullish(),
  aadObjectId: z.string().max(100).nullish(),
  tenantId: z.string().max(100).nullish(),
  role: z.string().nullish(),
});

export const activityShape = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  name: z.string().max(200).nullish(),
  text: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  action: z.string().max(100).nullish(),
  replyToId: id.nullish(),
  serviceUrl: id,
  channelId: z.string(),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      meeting: z.unknown().optional(),
      eventType: z.string().nullish(),
      team: z.object({ id }).nullish(),
      channel: z.object({ id }).nullish(),
    })
    .nullish(),
  entities: z.array(z.unknown()).nullish(),
  membersAdded: z.array(z.object({ id })).nullish(),
  membersRemoved: z.array(z.object({ id })).nullish(),
  value: z.unknown().optional(),
});
export type TeamsActivity = z.infer<typeof activityShape>;

/** Teams names the tenant in two places; one is enough, and none may name another. */
export function isOfTenant(
  { channelData, conversation }: Pick<TeamsActivity, 'channelData' | 'conversation'>,
  tenant: TenantId,
): boolean {
  const named = [channelData?.tenant?.id, conversation.tenantId].filter((one) => one != null);
  return named.length > 0 && named.every((one) => tenantId(one) === tenant);
}

export const mentionShape = z.object({
  type: z.literal('mention'),
  text: z.string().max(1000),
  mentioned: z.object({ id, name: z.string().max(500).nullish(), aadObjectId: z.string().nullish() }),
});

/** A row comes as a number from a button, as text from a choice. */
const row = z.union([
  z.int().min(0).max(1000),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
]);

/** What a button or an input of our cards carries. */
export const pressShape = z.object({
  verb: z.string().min(1).max(60),
  /** Absent on buttons that belong to nothing, such as those of the help card. */
  ticket: z.string().max(200).default(''),
  row: row.optional(),
  reason: z.string().max(5000).optional(),
  outcome: z.string().max(60).optional(),
  /** As an input sends it. */
  minutes: z
    .union([z.number(), z.string().max(20)])
    .transform(String)
    .optional(),
  query: z.string().max(500).optional(),
});

export const cardActionShape = z.object({
  action: z.object({
    verb: z.string().min(1).max(60),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** "Make this a help request": a command of the app on somebody's message, and what its form holds. */
export const messageActionShape = z.object({
  commandId: z.literal('makeHelpRequest'),
  data: z.object({ note: z.string().max(500).nullish() }).nullish(),
  messagePayload: z.object({
    body: z.object({ content: z.string().max(100_000).nullish() }),
    from: z
      .object({
        user: z.object({ id: z.string().max(100), displayName: z.string().max(500).nullish() }).nullish(),
      })
      .nullish(),
  }),
});

export const tokenExchangeShape = z.object({
  id: z.string().min(1).max(200),
  connectionName: z.string().max(200).nullish(),
  token: z.string().min(1).max(20_000),
});
export const verifyStateShape = z.object({ state: z.string().min(1).max(500) });
export const signInFailureShape = z.object({ code: z.string().max(100) });
