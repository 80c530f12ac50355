import { z } from 'zod';
import { GRAPH_PERMISSION } from '../../auth/own-graph-token';
import { ok, problem, type Check, type Configured, type Verdict } from './check';
import { askGraph, judgeNoAnswer } from './operator';

const grantsShape = z.object({
  value: z.array(z.object({ consentType: z.string().catch(''), scope: z.string().catch('') })),
});

async function lookAtConsent(world: Configured): Promise<Verdict> {
  const { clientId } = world.config.signIn;
  const reply = await askGraph(world, `/servicePrincipals(appId='${clientId}')/oauth2PermissionGrants`);
  const grants = reply.answered ? grantsShape.safeParse(reply.json).data?.value : undefined;
  if (!grants) return judgeNoAnswer(reply, 'Directory.Read.All');
  const forAll = grants.filter(({ consentType }) => consentType === 'AllPrincipals');
  if (forAll.some(({ scope }) => scope.split(' ').includes(GRAPH_PERMISSION)))
    return ok('An administrator has consented for the whole tenant.');
  return problem(
    `Nobody has consented to ${GRAPH_PERMISSION} for the whole tenant.`,
    'Sign-in app → API permissions → Grant admin consent.',
  );
}

export const consentCheck: Check = {
  name: 'admin-consent',
  why: 'Intune permissions need the consent of an administrator: without it every sign-in ends in a question.',
  who: 'an Entra administrator',
  look: lookAtConsent,
};
