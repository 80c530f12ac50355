import { clouds } from '../../clouds';
import { ok, problem, setting, warning, type Check, type Configured, type Verdict } from './check';

function lookAtCloud({ config }: Configured): Verdict {
  if (config.hasConnector) return ok(`The cloud ${config.cloud} has Intune's TeamViewer connector.`);
  return problem(
    `The cloud ${config.cloud} has no TeamViewer connector: remote assistance cannot be requested there.`,
    'Set CLOUD to the cloud of your tenant. If this is it, the bot can find devices and do no more.',
  );
}

function lookAtAddresses({ env, config }: Configured): Verdict {
  const own = clouds[config.cloud];
  const expected = {
    AAD_APP_OAUTH_AUTHORITY_HOST: own.login,
    GRAPH_ENDPOINT: own.graph,
    BOT_OPENID_METADATA_URL: own.botOpenIdMetadata,
    BOT_TOKEN_ISSUER: own.botTokenIssuer,
  };
  const other = Object.entries(expected).filter(([name, address]) => {
    const value = setting(env, name)?.replace(/(?<!\/)\/+$/u, '');
    return value !== undefined && value !== address;
  });
  if (other.length === 0) return ok(`All of Microsoft's addresses are those of the cloud ${config.cloud}.`);
  return warning(
    `Not the address of the cloud ${config.cloud}: ${other.map(([name]) => name).join(', ')}.`,
    'Leave it empty, unless your cloud demands another address.',
  );
}

function lookAtRoles({ config }: Configured): Verdict {
  const roles = config.technicianRoles;
  if (roles.length > 0) return ok(`Technicians have one of the app roles: ${roles.join(', ')}.`);
  return warning(
    'TECHNICIAN_ROLES is empty: everybody of the tenant who is no guest may try, and only Intune says no.',
    'Make an app role in the sign-in registration, assign it to your technicians and name it in TECHNICIAN_ROLES.',
  );
}

const TEAMVIEWER = /(?:^|\.)teamviewer\.com$/u;

function lookAtLinkHosts({ config }: Configured): Verdict {
  const hosts = config.sessionLinkHosts;
  const strange = hosts.filter((host) => !TEAMVIEWER.test(host.replace(/:\d+$/u, '')));
  if (strange.length === hosts.length)
    return problem(
      `SESSION_LINK_HOSTS has no host of TeamViewer: ${hosts.join(', ')}. Every link will be withheld.`,
      'Leave SESSION_LINK_HOSTS empty, or add get.teamviewer.com.',
    );
  if (strange.length === 0) return ok('Session links may lead to TeamViewer only.');
  return warning(
    `Session links may also lead to ${strange.join(', ')}.`,
    'Keep only hosts on which your TeamViewer sessions really start.',
  );
}

/** Anyone may have a name under trafficmanager.net, so of those only Teams' own counts. */
const MICROSOFT =
  /^smba\.trafficmanager\.net$|(?:^|\.)(?:botframework\.com|botframework\.azure\.(?:us|cn)|teams\.microsoft\.(?:com|us)|teams\.microsoftonline\.cn)$/u;

function lookAtServiceHosts({ env, config }: Configured): Verdict {
  const extra = (setting(env, 'SERVICE_URL_HOSTS') ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean);
  const allowed: readonly string[] = clouds[config.cloud].serviceUrlHosts;
  const needless = extra.filter((host) => allowed.includes(host.toLowerCase()));
  const wide = extra.filter((host) => host.startsWith('*.') || !MICROSOFT.test(host.replace(/:\d+$/u, '')));
  if (wide.length > 0)
    return warning(
      `The bot's connector token may also go to ${wide.join(', ')}.`,
      'Remove it from SERVICE_URL_HOSTS, unless Teams of your tenant really sends from there.',
    );
  if (needless.length > 0)
    return ok(`SERVICE_URL_HOSTS names what is allowed anyway: ${needless.join(', ')}.`);
  return ok("The bot's connector token goes to Teams' own hosts only.");
}

function lookAtDataKey({ config }: Configured): Verdict {
  if (config.dataKey) return ok('DATA_KEY is set: sealed data outlives a change of credential.');
  const { kind } = config.signIn.credential;
  const derived = `DATA_KEY is not set: the key is derived from the ${kind} of the sign-in app`;
  if (config.database.kind === 'sqlite')
    return ok(`${derived}; a new ${kind} closes links and tokens that are kept.`);
  return problem(
    `${derived}, and instances that do not change it at the same moment cannot read each other's data.`,
    'openssl rand -base64 32, and set it as DATA_KEY on every instance.',
  );
}

/** What the configuration says, held against what is sensible. Nothing is asked over the network. */
export const ruleChecks: readonly Check[] = [
  {
    name: 'cloud',
    why: 'Intune has no TeamViewer connector in GCC High and DoD.',
    who: 'whoever runs the bot',
    look: lookAtCloud,
  },
  {
    name: 'cloud-addresses',
    why: 'Secrets and tokens go to these addresses.',
    who: 'whoever runs the bot',
    look: lookAtAddresses,
  },
  {
    name: 'technician-roles',
    why: 'The app roles decide who may work with the bot at all.',
    who: 'whoever runs the bot',
    look: lookAtRoles,
  },
  {
    name: 'session-link-hosts',
    why: 'Technicians trust the link on the card.',
    who: 'whoever runs the bot',
    look: lookAtLinkHosts,
  },
  {
    name: 'service-url-hosts',
    why: 'Whoever gets the connector token can write as the bot.',
    who: 'whoever runs the bot',
    look: lookAtServiceHosts,
  },
  {
    name: 'data-key',
    why: 'Tokens and links at rest are encrypted with it, and every instance needs the same.',
    who: 'whoever runs the bot',
    look: lookAtDataKey,
  },
];
