import { ManagedIdentityApplication } from '@azure/msal-node';
import type { Config } from '../config';
import { Busy, isTrouble, type Trouble } from '../desk/troubles';
import type { Instant } from '../request/ids';
import { askLoginHost, readGranted, Wire, type Granted, type LoginHost } from './login-host';

/** A new token is fetched this long before the old one ends. */
const EARLY = 5 * 60 * 1000;
/** After a failure the login host is left in peace for a moment: every card that is shown asks for the token. */
const PAUSE = 1_000;

/**
 * The bot's own token for the connector, and for nothing else; Graph is never called with it. Fetched once for
 * all who ask at the same time, and kept. @throws {Busy | Unreachable} from the returned function.
 */
export function botToken(bot: Config['bot'], host: LoginHost): () => Promise<string> {
  const { clock } = host;
  const machine = new Wire(host, 'machine');
  let kept: Granted | undefined;
  let underWay: Promise<Granted> | undefined;
  let failed: { readonly error: Error; readonly until: Instant } | undefined;

  const fetchOnce = async () => {
    try {
      kept = await acquire(bot, host, machine);
      failed = undefined;
      return kept;
    } catch (error) {
      if (isTrouble(error)) failed = { error, until: untilOf(error) ?? clock.now() + PAUSE };
      throw error;
    }
  };

  return async () => {
    const lasts = (early: number) => kept !== undefined && kept.expiresAt - early > clock.now();
    if (kept && lasts(EARLY)) return kept.accessToken;
    if (!failed || failed.until <= clock.now())
      underWay ??= fetchOnce().finally(() => (underWay = undefined));
    // The old token does for its last minutes, whatever is wrong with the login host.
    if (kept && lasts(PAUSE)) {
      void underWay?.catch(() => undefined);
      return kept.accessToken;
    }
    if (underWay) return (await underWay).accessToken;
    throw failed?.error ?? new Error('Neither a token of the bot nor a reason');
  };
}

const untilOf = (trouble: Trouble) => (trouble instanceof Busy ? trouble.until : undefined);

function acquire(
  { id, tenant, credential, connectorScope }: Config['bot'],
  host: LoginHost,
  machine: Wire,
): Promise<Granted> {
  if (credential.kind === 'managed-identity') return askMachine(id, connectorScope, host, machine);
  const registration = { clientId: id, tenant, credential };
  return askLoginHost(host, registration, (client) =>
    client.acquireTokenByClientCredential({ scopes: [connectorScope], skipCache: true }),
  );
}

/**
 * A machine in Azure hands out tokens of the identity that was assigned to it, without any secret. msal keeps
 * the first network client for the life of the process, so it gets the same one each time.
 */
function askMachine(id: string, connectorScope: string, host: LoginHost, machine: Wire): Promise<Granted> {
  const application = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: id },
    // Its own retries wait for up to a minute and a half; those who need the token ask again anyway.
    system: { networkClient: machine, disableInternalRetries: true },
  });
  return readGranted(host, id, machine, () =>
    application.acquireToken({ resource: connectorScope, forceRefresh: true }),
  );
}
