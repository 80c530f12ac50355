import type { Alarm } from '../../auth/alarms';
import { botToken } from '../../auth/bot-token';
import { EntraRefused } from '../../auth/entra-answer';
import { askLoginHost, type LoginHost } from '../../auth/login-host';
import { peekClaims } from '../../auth/token';
import { isTrouble } from '../../desk/troubles';
import { cannotTell, oncePerRun, problem, type Configured, type Verdict } from './check';

type Claims = Readonly<Record<string, unknown>>;

/** What the login host said to one of the registrations. A token leaves this file as its claims only. */
export type Asked =
  | { readonly granted: true; /** Undefined when the token is no JWT. */ readonly claims: Claims | undefined }
  | {
      readonly granted: false;
      /** The credential was refused: the registration itself is not the question. */
      readonly isCredential: boolean;
      /** Whether the login host said anything at all. */
      readonly wasRefused: boolean;
      readonly code: string;
      readonly number: number | undefined;
    };

async function ask(
  { config, clock, fetch, patience }: Configured,
  get: (host: LoginHost) => Promise<string>,
) {
  const alarms: Alarm[] = [];
  const onAlarm = (alarm: Alarm) => alarms.push(alarm);
  const { authorityHost } = config.signIn;
  try {
    const token = await get({ authorityHost, clock, fetch, onAlarm, timeout: patience });
    return { granted: true, claims: peekClaims(token) } as const;
  } catch (error) {
    if (!isTrouble(error)) throw error;
    const refusal = error.cause instanceof EntraRefused ? error.cause : undefined;
    const [alarm] = alarms;
    return {
      granted: false,
      isCredential: alarm?.event === 'credential-refused',
      wasRefused: alarm !== undefined,
      code: refusal?.code ?? error.name,
      number: refusal?.number,
    } as const;
  }
}

/** The bot's own token, obtained as the bot obtains it. */
export const askAsBot = oncePerRun((world: Configured): Promise<Asked> =>
  ask(world, (host) => botToken(world.config.bot, host)()),
);

const askAsSignInApp = (world: Configured, resource: string): Promise<Asked> =>
  ask(world, async (host) => {
    const request = { scopes: [`${resource}/.default`], skipCache: true };
    const { accessToken } = await askLoginHost(host, world.config.signIn, (client) =>
      client.acquireTokenByClientCredential(request),
    );
    return accessToken;
  });

/**
 * A token of the sign-in app for itself: it needs no permission and opens nothing, and that it is granted proves
 * the credential. An on-behalf-of exchange with a made-up token would prove less: nothing says that Entra looks
 * at the credential before it looks at the token.
 */
export const askForItself = oncePerRun((world: Configured) =>
  askAsSignInApp(world, world.config.signIn.clientId),
);

/** The same, with the app named as Teams names it. */
export const askForItsUri = oncePerRun((world: Configured) =>
  askAsSignInApp(world, world.config.signIn.resource),
);

export const nameOf = ({ code, number }: { readonly code: string; readonly number: number | undefined }) =>
  number === undefined ? code : `AADSTS${number}`;

/** A registration was not given a token. `app`: its name in the environment. */
export function judgeRefusal(refused: Extract<Asked, { granted: false }>, app: string): Verdict {
  const name = nameOf(refused);
  if (refused.number === 700016)
    return problem(
      `The tenant knows no registration with the id in ${app} (${name}).`,
      `Copy the application (client) id of the registration into ${app}, and its tenant's id beside it.`,
    );
  if (refused.isCredential)
    return problem(
      `The login host refuses the credential of ${app} (${name}): wrong, or its time is over.`,
      'Make a new one under Certificates & secrets, and set its value, not its id.',
    );
  if (refused.wasRefused)
    return cannotTell(
      `The login host gave ${app} no token for another reason (${name}).`,
      'Look the number up at the /error page of the login host.',
    );
  return cannotTell(`The login host did not answer for ${app} (${name}).`, 'Run the doctor again.');
}
