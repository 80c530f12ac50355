import { z } from 'zod';
import { peekClaims } from '../../auth/token';
import { cannotTell, ok, problem, warning, type Check, type Configured, type Verdict } from './check';
import { explainSilence, probe, type Reply } from './probe';

/** A read of Graph with the operator's token. It goes to the configured Graph, without redirects. */
export function askGraph(world: Configured, target: string): Promise<Reply> {
  const { config, graphToken = '' } = world;
  const headers = { authorization: `Bearer ${graphToken}`, accept: 'application/json' };
  return probe(world, `${config.graphEndpoint}/v1.0${target}`, { headers });
}

/** Graph gave no answer that says anything about the question. `needs`: the permission that would help. */
export function judgeNoAnswer(reply: Reply, needs: string): Verdict {
  if (!reply.answered) return cannotTell(`Graph gives no answer: ${explainSilence(reply.code)}.`);
  if (reply.status === 401)
    return cannotTell('Graph does not take the token.', 'Get a new one and try again.');
  if (reply.status === 403)
    return cannotTell(
      'The token does not allow to read this.',
      `Get one with ${needs}, of somebody who may read it.`,
    );
  return cannotTell(`Graph answers ${reply.status}.`);
}

const claimsShape = z.object({ tid: z.string(), scp: z.string().optional(), exp: z.number() });

function lookAtToken({ config, graphToken, clock }: Configured): Verdict {
  const again = `Sign in to Graph Explorer with an account of the tenant, copy its access token, and try again.`;
  if (graphToken === undefined)
    return cannotTell(
      'No operator is signed in, so the registrations and Intune were not looked at.',
      'Save an access token for Graph (Graph Explorer → Access token) to a file: npm run doctor -- --token-file FILE',
    );
  const claims = claimsShape.safeParse(peekClaims(graphToken)).data;
  if (!claims) return cannotTell('The token cannot be read; Graph may take it all the same.', again);
  if (claims.tid !== config.signIn.tenant)
    return problem('The token is of another tenant than the people.', again);
  if (claims.scp === undefined) return problem('The token is of an application, not of a person.', again);
  if (claims.exp * 1000 <= clock.now()) return problem('The token has expired.', again);
  return ok('The operator is of the tenant, and the token is valid.');
}

const REQUEST = 'Microsoft.Intune_RemoteTasks_RequestRemoteAssistance';
const permissionsShape = z.object({
  value: z.array(
    z.object({
      resourceActions: z.array(z.object({ allowedResourceActions: z.array(z.string()).catch([]) })).catch([]),
    }),
  ),
});

async function lookAtIntuneRole(world: Configured): Promise<Verdict> {
  const how =
    "Intune → Tenant administration → Roles: assign Help Desk Operator, or a role with 'Offer remote assistance'.";
  const reply = await askGraph(world, "/deviceManagement/getEffectivePermissions(scope='*')");
  const permissions = reply.answered ? permissionsShape.safeParse(reply.json).data?.value : undefined;
  const allowed = (permissions ?? []).flatMap(({ resourceActions }) =>
    resourceActions.flatMap(({ allowedResourceActions }) => allowedResourceActions),
  );
  if (allowed.includes(REQUEST)) return ok("The operator's Intune role allows to offer remote assistance.");
  // Which scopes Graph takes there is not documented: from an empty answer nothing follows.
  if (allowed.length === 0) return lookAtDevices(world, how);
  return warning("The operator's Intune role does not allow to offer remote assistance.", how);
}

/** Reading roles needs a permission that few have; one device tells at least whether there is a role at all. */
async function lookAtDevices(world: Configured, how: string): Promise<Verdict> {
  const reply = await askGraph(world, '/deviceManagement/managedDevices?$top=1&$select=id');
  if (reply.answered && reply.status === 200)
    return cannotTell(
      'The operator may see devices in Intune; whether they may offer remote assistance was not to be read.',
      'Get a token with DeviceManagementRBAC.Read.All, or ask for assistance on a test device.',
    );
  const text = reply.answered ? reply.text : '';
  // Intune says "no role" as 401 too; a token that lacks the permission is told so in these words.
  const lacksRole = text.includes('User is not authorized') || text.includes('urn:intune:service');
  if (lacksRole) return problem('The operator has no role in Intune.', how);
  return judgeNoAnswer(reply, 'DeviceManagementManagedDevices.Read.All');
}

const partnersShape = z.object({ value: z.array(z.object({ onboardingStatus: z.string().catch('') })) });

async function lookAtConnector(world: Configured): Promise<Verdict> {
  const reply = await askGraph(world, '/deviceManagement/remoteAssistancePartners');
  const partners = reply.answered ? partnersShape.safeParse(reply.json).data?.value : undefined;
  if (!partners) return judgeNoAnswer(reply, 'DeviceManagementServiceConfig.Read.All');
  const states = partners.map(({ onboardingStatus }) => onboardingStatus);
  if (states.includes('onboarded')) return ok('The TeamViewer connector is set up.');
  return problem(
    `The TeamViewer connector is not set up (${states.join(', ') || 'there is none'}).`,
    'Intune → Tenant administration → Connectors and tokens → TeamViewer connector → Connect, and accept its terms.',
  );
}

export const operatorTokenCheck: Check = {
  name: 'operator-token',
  why: 'Some things only a signed-in administrator can read.',
  who: 'an Entra administrator',
  look: lookAtToken,
};

/** What Intune tells a signed-in operator. */
export const intuneChecks: readonly Check[] = [
  {
    name: 'intune-role',
    why: 'The bot has no rights of its own: the Intune role of the technician is the last word.',
    who: 'an Intune administrator',
    look: lookAtIntuneRole,
  },
  {
    name: 'teamviewer-connector',
    why: 'Without the connector Intune has no session to offer.',
    who: 'an Intune administrator',
    look: lookAtConnector,
  },
];
