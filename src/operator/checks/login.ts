import { z } from 'zod';
import { loginKeysUrl, loginUrl } from '../../auth/login-host';
import { cannotTell, oncePerRun, ok, problem, type Check, type Configured, type Verdict } from './check';
import { readKey, REACH } from './keys';
import { explainSilence, hostOf, probe, type Reply } from './probe';

async function lookAtLoginKeys(world: Configured): Promise<Verdict> {
  const { authorityHost, tenant } = world.config.signIn;
  const jwksUrl = loginKeysUrl(authorityHost, tenant);
  if (await readKey(world, { jwksUrl }, 'any')) return ok(`${hostOf(jwksUrl)} hands out its signing keys.`);
  return problem(`There are no usable signing keys at ${jwksUrl}.`, REACH);
}

const loginMetadata = oncePerRun((world: Configured) => {
  const { authorityHost, tenant } = world.config.signIn;
  return probe(world, `${authorityHost}/${tenant}/v2.0/.well-known/openid-configuration`);
});

async function lookAtTenant(world: Configured): Promise<Verdict> {
  const reply = await loginMetadata(world);
  const host = hostOf(world.config.signIn.authorityHost);
  if (!reply.answered) return problem(`${host} gives no answer: ${explainSilence(reply.code)}.`, REACH);
  if (reply.status === 200) return ok(`${host} knows the tenant of the people.`);
  return problem(
    `${host} does not know the tenant (it answers ${reply.status}).`,
    'Set AAD_APP_TENANT_ID (or BOT_TENANT_ID) to the tenant id of your Entra, and CLOUD to its cloud.',
  );
}

async function lookAtIssuer(world: Configured): Promise<Verdict> {
  const { authorityHost, tenant } = world.config.signIn;
  const reply = await loginMetadata(world);
  const issuer = reply.answered
    ? z.object({ issuer: z.string() }).safeParse(reply.json).data?.issuer
    : undefined;
  if (issuer === undefined) return cannotTell('The login host does not say what it calls itself.');
  const expected = `${authorityHost}/${tenant}/v2.0`;
  if (issuer === expected) return ok('Sign-on tokens will name the issuer that the bot expects.');
  return problem(
    `The login host calls itself ${issuer}, and the bot expects ${expected}.`,
    'Set CLOUD to the cloud of the tenant, and leave AAD_APP_OAUTH_AUTHORITY_HOST empty.',
  );
}

/** Seconds. Entra allows five minutes; by then somebody has already met it. */
const MOST_SKEW = 60;

async function lookAtClock(world: Configured): Promise<Verdict> {
  const reply = await loginMetadata(world);
  const theirs = reply.answered ? Date.parse(reply.headers.get('date') ?? '') : NaN;
  if (Number.isNaN(theirs)) return cannotTell('The login host did not say what time it is.');
  const seconds = Math.round((world.clock.now() - theirs) / 1000);
  const distance = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} that of the login host`;
  if (Math.abs(seconds) <= MOST_SKEW) return ok("This machine's clock agrees with that of the login host.");
  return problem(
    `This machine's clock is ${distance}.`,
    'Turn time synchronisation on (timedatectl set-ntp true).',
  );
}

async function lookAtRedirect(world: Configured): Promise<Verdict> {
  const { signIn, publicUrl } = world.config;
  const address = `${publicUrl}/auth/end`;
  const query = new URLSearchParams({
    ...{ client_id: signIn.clientId, response_type: 'code', response_mode: 'query', redirect_uri: address },
    // Nobody is signed in here, so the login host sends the question back: to a registered address only.
    ...{ scope: 'openid', prompt: 'none', state: 'doctor' },
  });
  const reply = await probe(
    world,
    `${loginUrl(signIn.authorityHost, signIn.tenant, 'authorize')}?${query.toString()}`,
  );
  return judgeRedirect(reply, address);
}

function judgeRedirect(reply: Reply, address: string): Verdict {
  const how = `Sign-in app → Authentication → Add a platform → Web: ${address}`;
  if (!reply.answered)
    return cannotTell(`The login host gives no answer: ${explainSilence(reply.code)}.`, how);
  const target = reply.headers.get('location') ?? '';
  if (target.startsWith(`${address}?`)) return ok(`The login host sends people back to ${address}.`);
  if (/AADSTS50011\d?\b/u.test(reply.text))
    return problem(`${address} is no redirect URI of the sign-in app (AADSTS50011).`, how);
  const [number] = /AADSTS\d+/u.exec(reply.text) ?? [];
  return cannotTell(
    `The login host shows a page${number ? ` (${number})` : ''} that does not say whether ${address} is registered.`,
    `See that it is there: ${how}`,
  );
}

/** The login host, as people and the bot meet it. */
export const loginChecks: readonly Check[] = [
  {
    name: 'sign-in-tenant',
    why: 'Every sign-in goes to the login host of this tenant.',
    who: 'whoever runs the bot',
    look: lookAtTenant,
  },
  {
    name: 'login-issuer',
    why: 'A sign-on token of another issuer is refused.',
    who: 'whoever runs the bot',
    look: lookAtIssuer,
  },
  {
    name: 'login-keys',
    why: 'Without them no sign-on token can be believed.',
    who: 'whoever runs the network or the proxy',
    look: lookAtLoginKeys,
  },
  {
    name: 'clock',
    why: 'Tokens are valid by the clock: with a wrong one they are refused, here or there.',
    who: 'whoever runs the bot',
    look: lookAtClock,
  },
  {
    name: 'redirect-uri',
    why: 'To this address people come back from the sign-in page.',
    who: 'an Entra administrator',
    look: lookAtRedirect,
  },
];
