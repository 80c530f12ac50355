import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { OAUTH_CARD } from '../connector/activity';
import type { Message } from '../connector/conversation';
import type { TokenIssuer } from '../login/tokens';
import { invokeActivity, type Sender } from './activities';
import type { Delivered, Delivery } from './delivery';

/** How a person's Teams clients deal with sign-in cards. Tests change it at any time. */
export interface SignOnHabits {
  /** `off`: the client knows no single sign-on. A code: it fails silently and reports `signin/failure`. */
  singleSignOn: 'on' | 'off' | { readonly failsWith: string };
  /** How many of the person's clients are open: each one answers. */
  clients: number;
  /** Claims of the sign-on token that differ. */
  tokenClaims: JWTPayload;
}

export const ordinarySignOn: SignOnHabits = { singleSignOn: 'on', clients: 1, tokenClaims: {} };

const signInCard = z.looseObject({
  connectionName: z.string().optional(),
  text: z.string().optional(),
  tokenExchangeResource: z.looseObject({ id: z.string(), uri: z.string().optional() }).optional(),
  buttons: z
    .array(z.looseObject({ type: z.string(), title: z.string().optional(), value: z.string() }))
    .default([]),
});

export type SignInCard = z.infer<typeof signInCard>;

/** The sign-in card of a message, if it has one. */
export function signInCardOf(message: Message): SignInCard | undefined {
  const found = message.activity.attachments?.find(({ contentType }) => contentType === OAUTH_CARD);
  return found && signInCard.safeParse(found.content).data;
}

/** Where the button of a sign-in card leads. */
export function signInUrl(card: SignInCard): string | undefined {
  return card.buttons.find(({ type }) => type === 'signin' || type === 'openUrl')?.value;
}

/** What a sign-in card led to: over without a click, or the person has to press its button. */
export type SignOnResult = 'signed-in' | 'button';

/** Answers a sign-in card as the person's Teams clients do by themselves. */
export async function answerSignInCard(
  { delivery, tokens }: { delivery: Delivery; tokens: TokenIssuer },
  sender: Sender,
  card: SignInCard,
  habits: SignOnHabits,
): Promise<SignOnResult> {
  const resource = card.tokenExchangeResource;
  // Single sign-on does not work in channels; there Teams only shows the button.
  if (habits.singleSignOn === 'off' || !resource || sender.conversation.kind === 'channel') return 'button';
  const invoke = (name: string, value: unknown): Promise<Delivered> =>
    delivery.deliver(invokeActivity(delivery.around, sender, name, value), sender.person.key);
  const failure =
    habits.singleSignOn === 'on' ? mismatch(resource.uri, delivery) : habits.singleSignOn.failsWith;
  if (failure !== undefined) {
    await invoke('signin/failure', { code: failure, message: `Single sign-on failed: ${failure}` });
    return 'button';
  }
  const exchanges = Array.from({ length: habits.clients }, async () => {
    const token = await tokens.signOnToken(sender.person, { jti: randomUUID(), ...habits.tokenClaims });
    const { connectionName = '' } = card;
    return invoke('signin/tokenExchange', { id: resource.id, connectionName, token });
  });
  const answers = await Promise.all(exchanges);
  return answers.some(({ status }) => status === 200) ? 'signed-in' : 'button';
}

/** Teams asks for a token only for the resource that the manifest names. */
function mismatch(uri: string | undefined, { around }: Delivery): string | undefined {
  return uri === undefined || uri === `api://botid-${around.registrations.bot.id}`
    ? undefined
    : 'resourcematchfailed';
}
