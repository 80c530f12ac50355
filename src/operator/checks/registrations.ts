import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  cannotTell,
  judgeEnd,
  ok,
  problem,
  setting,
  type Check,
  type Configured,
  type Verdict,
} from './check';
import { askAsBot, askForItself, askForItsUri, judgeRefusal, nameOf } from './tokens';

async function lookAtBotCredential(world: Configured): Promise<Verdict> {
  const asked = await askAsBot(world);
  if (asked.granted) return ok('The login host accepts the credential of the bot.');
  if (world.config.bot.credential.kind === 'managed-identity')
    return cannotTell(
      'This machine hands out no token of the managed identity.',
      'Run the doctor on the machine in Azure on which the bot runs, with the identity of BOT_ID assigned to it.',
    );
  return judgeRefusal(asked, 'BOT_ID');
}

async function lookAtBotToken(world: Configured): Promise<Verdict> {
  const asked = await askAsBot(world);
  if (!asked.granted || !asked.claims) return cannotTell('There is no token of the bot to look at.');
  const { id, tenant, connectorScope } = world.config.bot;
  const { aud, tid, appid, azp } = asked.claims;
  const wrong = [
    aud === connectorScope.replace(/\/\.default$/u, '') ? undefined : 'for another audience',
    tid === tenant ? undefined : 'of another tenant',
    (appid ?? azp) === id ? undefined : 'of another registration',
  ].filter((one) => one !== undefined);
  if (wrong.length === 0)
    return ok("The bot's token is for the connector, of its tenant and its registration.");
  return problem(
    `The bot's token is ${wrong.join(', ')}.`,
    'Set CLOUD, BOT_TENANT_ID and BOT_ID as the registration of the bot has them.',
  );
}

async function lookAtSignInCredential(world: Configured): Promise<Verdict> {
  const asked = await askForItself(world);
  if (asked.granted) return ok('The login host accepts the credential of the sign-in app.');
  return judgeRefusal(asked, 'AAD_APP_CLIENT_ID');
}

async function lookAtApplicationIdUri(world: Configured): Promise<Verdict> {
  const { resource, clientId } = world.config.signIn;
  const asked = await askForItsUri(world);
  const how = `Sign-in app → Expose an API → Application ID URI: ${resource}`;
  if (asked.granted) {
    const audience = asked.claims?.['aud'];
    // Tokens of version 2 name the id, those of version 1 the address.
    if (audience === clientId || audience === resource)
      return ok(`${resource} is the Application ID URI of the sign-in app.`);
    return problem(`${resource} belongs to another registration.`, how);
  }
  if (asked.number === 500011 || asked.code === 'invalid_resource')
    return problem(`The tenant knows no application ${resource} (${nameOf(asked)}).`, how);
  return cannotTell(`Without a token nobody can tell whether ${resource} exists (${nameOf(asked)}).`);
}

async function lookAtTokenVersion(world: Configured): Promise<Verdict> {
  const asked = await askForItself(world);
  const version = asked.granted ? asked.claims?.['ver'] : undefined;
  if (version === '2.0') return ok('Tokens for the sign-in app have version 2.');
  if (typeof version !== 'string') return cannotTell('There is no token of the sign-in app to look at.');
  return problem(
    `Tokens for the sign-in app have version ${version}.`,
    'Sign-in app → Manifest → requestedAccessTokenVersion: 2',
  );
}

function lookAtEnd(world: Configured, app: 'bot' | 'signIn'): Verdict {
  const { credential } = world.config[app];
  const [name, of] =
    app === 'bot'
      ? (['BOT_CERTIFICATE_PATH', 'the bot'] as const)
      : (['AAD_APP_CERTIFICATE_PATH', 'the sign-in app'] as const);
  if (credential.kind === 'managed-identity') return ok('A managed identity has nothing that ends.');
  if (credential.kind === 'secret')
    return cannotTell(
      `The end of a secret cannot be read with the secret itself (${of}).`,
      'Look under Certificates & secrets, or run the doctor with --token-file; note the date in a calendar.',
    );
  const file = path.resolve(world.folder, setting(world.env, name) ?? '');
  const endsAt = Date.parse(new X509Certificate(readFileSync(file)).validTo);
  const how = `Make a new certificate, upload it to the registration, and replace the file in ${name}.`;
  return judgeEnd(`The certificate of ${of}`, endsAt, world.clock.now(), how);
}

/** What the login host tells the two registrations about themselves. */
export const registrationChecks: readonly Check[] = [
  {
    name: 'bot-credential',
    why: 'Without a token of its own the bot can answer nobody.',
    who: 'an Entra administrator',
    look: lookAtBotCredential,
  },
  {
    name: 'bot-token',
    why: 'Teams takes only a token of this bot, of its tenant, for the connector.',
    who: 'whoever runs the bot',
    look: lookAtBotToken,
  },
  {
    name: 'bot-credential-end',
    why: 'On the day the credential ends, the bot falls silent.',
    who: 'an Entra administrator',
    look: (world) => lookAtEnd(world, 'bot'),
  },
  {
    name: 'sign-in-credential',
    why: 'Without it no technician gets to Intune.',
    who: 'an Entra administrator',
    look: lookAtSignInCredential,
  },
  {
    name: 'sign-in-credential-end',
    why: 'On the day the credential ends, nobody can sign in.',
    who: 'an Entra administrator',
    look: (world) => lookAtEnd(world, 'signIn'),
  },
  {
    name: 'application-id-uri',
    why: 'Teams asks for single sign-on under this name.',
    who: 'an Entra administrator',
    look: lookAtApplicationIdUri,
  },
  {
    name: 'token-version',
    why: 'The bot takes sign-on tokens of version 2 only: version 1 names another issuer.',
    who: 'an Entra administrator',
    look: lookAtTokenVersion,
  },
];
