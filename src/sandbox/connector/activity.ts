import { z } from 'zod';

const account = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
});

export const attachment = z.looseObject({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().optional(),
});

/** What of an activity the sandbox itself reads; everything else is kept as it came. */
export const activityShape = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  replyToId: z.string().optional(),
  attachments: z.array(attachment).optional(),
  recipient: account.partial().loose().optional(),
  from: account.partial().loose().optional(),
});

export type Activity = z.infer<typeof activityShape>;
export type Attachment = z.infer<typeof attachment>;

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
export const OAUTH_CARD = 'application/vnd.microsoft.card.oauth';
