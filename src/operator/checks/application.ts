import { z } from 'zod';
import { GRAPH_PERMISSION } from '../../auth/own-graph-token';
import {
  judgeEnd,
  oncePerRun,
  ok,
  problem,
  warning,
  type Check,
  type Configured,
  type Verdict,
} from './check';
import { askGraph, judgeNoAnswer } from './operator';

const texts = z.array(z.string()).catch([]);
const ends = z.array(z.object({ endDateTime: z.string().catch('') })).catch([]);
const scopes = z.array(
  z.object({ id: z.string(), value: z.string().catch(''), isEnabled: z.boolean().catch(false) }),
);
const clients = z.array(z.object({ appId: z.string(), delegatedPermissionIds: texts }));
const permissions = z.array(z.object({ resourceAccess: z.array(z.object({ type: z.string() })).catch([]) }));

const applicationShape = z.object({
  identifierUris: texts,
  signInAudience: z.string().catch(''),
  web: z.object({ redirectUris: texts }).catch({ redirectUris: [] }),
  api: z.object({
    requestedAccessTokenVersion: z.number().nullable().catch(null),
    oauth2PermissionScopes: scopes.catch([]),
    preAuthorizedApplications: clients.catch([]),
  }),
  requiredResourceAccess: permissions.catch([]),
  passwordCredentials: ends,
  keyCredentials: ends,
});

type Application = z.infer<typeof applicationShape>;

const FIELDS = Object.keys(applicationShape.shape).join(',');
const MAY_READ = 'Application.Read.All';

const readApplication = (world: Configured, id: string) =>
  askGraph(world, `/applications(appId='${id}')?$select=${FIELDS}`);

const signInApp = oncePerRun((world: Configured) => readApplication(world, world.config.signIn.clientId));
const botApp = oncePerRun((world: Configured) => readApplication(world, world.config.bot.id));

type Judge = (application: Application, world: Configured) => Verdict;

/** Judges a registration as the directory describes it; who may not read it is told so. */
const judged = (read: typeof signInApp, judge: Judge) => async (world: Configured) => {
  const reply = await read(world);
  const application = reply.answered ? applicationShape.safeParse(reply.json).data : undefined;
  if (application) return judge(application, world);
  if (reply.answered && reply.status === 404)
    return problem(
      'The directory knows no such registration.',
      'Copy its application (client) id into .env.',
    );
  return judgeNoAnswer(reply, MAY_READ);
};

const SCOPE = 'access_as_user';
const TEAMS_CLIENTS = {
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264': 'Teams desktop and mobile',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346': 'Teams web',
};

const scopeOf = ({ api }: Application) => api.oauth2PermissionScopes.find(({ value }) => value === SCOPE);

const judgeUri: Judge = ({ identifierUris }, { config: { signIn } }) =>
  identifierUris.some((uri) => uri.toLowerCase() === signIn.resource)
    ? ok(`The sign-in app has the Application ID URI ${signIn.resource}.`)
    : problem(
        `The sign-in app lacks the Application ID URI ${signIn.resource}.`,
        'Expose an API → Application ID URI.',
      );

const judgeScope: Judge = (application) =>
  scopeOf(application)?.isEnabled
    ? ok(`The sign-in app offers the scope ${SCOPE}.`)
    : problem(
        `The sign-in app offers no enabled scope ${SCOPE}.`,
        'Expose an API → Add a scope, for admins and users.',
      );

const judgeClients: Judge = (application) => {
  const scope = scopeOf(application)?.id;
  const allowed = application.api.preAuthorizedApplications
    .filter(({ delegatedPermissionIds }) => scope !== undefined && delegatedPermissionIds.includes(scope))
    .map(({ appId }) => appId.toLowerCase());
  const missing = Object.entries(TEAMS_CLIENTS).filter(([id]) => !allowed.includes(id));
  if (missing.length === 0) return ok('Both Teams clients are authorized in advance.');
  return problem(
    `Not authorized in advance for ${SCOPE}: ${missing.map(([id, name]) => `${name} (${id})`).join(', ')}.`,
    'Expose an API → Add a client application, with that id and the scope.',
  );
};

const judgeVersion: Judge = ({ api: { requestedAccessTokenVersion: version } }) =>
  version === 2
    ? ok('The sign-in app asks for tokens of version 2.')
    : problem(
        `requestedAccessTokenVersion is ${version ?? 'null'}.`,
        'Manifest → requestedAccessTokenVersion: 2',
      );

const judgeRedirects: Judge = ({ web }, { config }) => {
  const address = `${config.publicUrl}/auth/end`;
  if (web.redirectUris.includes(address)) return ok(`${address} is a redirect URI of the sign-in app.`);
  return problem(
    `${address} is no redirect URI of type Web.`,
    `Authentication → Add a platform → Web: ${address}`,
  );
};

const judgeAudience: Judge = ({ signInAudience }) =>
  signInAudience === 'AzureADMyOrg'
    ? ok('Only accounts of the tenant may sign in.')
    : warning(
        `The sign-in app takes accounts of other directories too (${signInAudience}).`,
        'Authentication → Supported account types: this directory only.',
      );

const judgePermissions: Judge = ({ requiredResourceAccess }) => {
  const types = requiredResourceAccess.flatMap(({ resourceAccess }) =>
    resourceAccess.map(({ type }) => type),
  );
  if (types.includes('Role'))
    return warning(
      'The sign-in app asks for application permissions, which the bot never uses.',
      'API permissions: remove those of type Application; keep the delegated ones.',
    );
  if (types.includes('Scope')) return ok('The sign-in app asks for delegated permissions only.');
  return problem(
    'The sign-in app asks for no permission.',
    `API permissions → Graph → Delegated: ${GRAPH_PERMISSION}.`,
  );
};

const judgeCredentials =
  (of: string): Judge =>
  ({ passwordCredentials, keyCredentials }, { clock }) => {
    const dates = [...passwordCredentials, ...keyCredentials]
      .map(({ endDateTime }) => Date.parse(endDateTime))
      .filter((date) => !Number.isNaN(date));
    const how =
      'Certificates & secrets: make a new one, set it in .env, restart the bot, then remove the old one.';
    if (dates.length === 0) return problem(`${of} has no secret and no certificate.`, how);
    return judgeEnd(`The newest credential of ${of}`, Math.max(...dates), clock.now(), how);
  };

const check = (name: string, why: string, look: Check['look']): Check => ({
  ...{ name, why, look },
  who: 'an Entra administrator',
});

/** The registrations as the directory describes them to a signed-in administrator. */
export const applicationChecks: readonly Check[] = [
  check('registered-uri', 'Teams asks for single sign-on under this name.', judged(signInApp, judgeUri)),
  check('registered-scope', 'Teams asks for this scope, and for no other.', judged(signInApp, judgeScope)),
  check(
    'registered-teams-clients',
    'A Teams client that is not authorized in advance asks every person for consent, or fails.',
    judged(signInApp, judgeClients),
  ),
  check(
    'registered-version',
    'The bot takes sign-on tokens of version 2 only.',
    judged(signInApp, judgeVersion),
  ),
  check('registered-redirect', 'To this address people come back.', judged(signInApp, judgeRedirects)),
  check('registered-audience', 'The bot serves one tenant.', judged(signInApp, judgeAudience)),
  check(
    'registered-permissions',
    'A permission of the application could be used without any technician.',
    judged(signInApp, judgePermissions),
  ),
  check(
    'bot-secrets-end',
    'On the day the last one ends, the bot falls silent.',
    judged(botApp, judgeCredentials('The bot')),
  ),
  check(
    'sign-in-secrets-end',
    'On the day the last one ends, nobody can sign in.',
    judged(signInApp, judgeCredentials('The sign-in app')),
  ),
];
