import { z } from 'zod';
import {
  cannotTell,
  oncePerRun,
  ok,
  problem,
  warning,
  type Check,
  type Configured,
  type Verdict,
} from './check';
import { readKey, REACH } from './keys';
import { explainSilence, hostOf, probe } from './probe';

const connectorMetadata = oncePerRun((world: Configured) => probe(world, world.config.bot.openIdMetadataUrl));

async function lookAtConnector(world: Configured): Promise<Verdict> {
  const { openIdMetadataUrl, tokenIssuer } = world.config.bot;
  const reply = await connectorMetadata(world);
  const host = hostOf(openIdMetadataUrl);
  if (!reply.answered) return problem(`${host} gives no answer: ${explainSilence(reply.code)}.`, REACH);
  const issuer = z.object({ issuer: z.string() }).safeParse(reply.json).data?.issuer;
  const how = 'Set CLOUD, and leave BOT_OPENID_METADATA_URL and BOT_TOKEN_ISSUER empty.';
  if (issuer === undefined)
    return problem(`${openIdMetadataUrl} holds no metadata (it answers ${reply.status}).`, how);
  if (issuer === tokenIssuer) return ok(`${host} issues the tokens with which Teams comes.`);
  return problem(`The connector calls itself ${issuer}, and the bot expects ${tokenIssuer}.`, how);
}

const jwks = z.object({
  keys: z.array(z.object({ kid: z.string(), endorsements: z.array(z.string()).default([]) })),
});

async function lookAtConnectorKeys(world: Configured): Promise<Verdict> {
  const { openIdMetadataUrl } = world.config.bot;
  const metadata = await connectorMetadata(world);
  const url = metadata.answered
    ? z.object({ jwks_uri: z.url() }).safeParse(metadata.json).data?.jwks_uri
    : undefined;
  if (url === undefined) return cannotTell('The metadata of the connector do not say where its keys are.');
  const reply = await probe(world, url);
  const listed = reply.answered ? (jwks.safeParse(reply.json).data?.keys ?? []) : [];
  const endorsed = listed.find(({ endorsements }) => endorsements.includes('msteams'));
  if (listed.length > 0 && !endorsed)
    return problem(
      'No key of the connector is endorsed for msteams.',
      'Leave BOT_OPENID_METADATA_URL empty.',
    );
  const read = endorsed && (await readKey(world, { openIdMetadataUrl }, endorsed.kid));
  if (read?.key?.endorsements.includes('msteams')) return ok("The keys of Teams' tokens can be read.");
  return problem(`There are no usable keys at ${url}.`, REACH);
}

const graphError = z.object({ error: z.object({ code: z.string() }) });

async function lookAtGraph(world: Configured): Promise<Verdict> {
  const { graphEndpoint } = world.config;
  const reply = await probe(world, `${graphEndpoint}/v1.0/me`);
  const host = hostOf(graphEndpoint);
  if (!reply.answered) return problem(`${host} gives no answer: ${explainSilence(reply.code)}.`, REACH);
  const speaksGraph = graphError.safeParse(reply.json).success;
  if (reply.status === 401 && speaksGraph) return ok(`${host} answers, and wants a token.`);
  if (speaksGraph)
    return warning(
      `${host} answers ${reply.status} instead of asking for a token.`,
      'Run the doctor again later.',
    );
  return problem(
    `What answers at ${host} (${reply.status}) is not Graph: a proxy, or another server.`,
    'Set CLOUD and leave GRAPH_ENDPOINT empty; let no proxy answer in the place of Graph.',
  );
}

/** The services that the bot works with. */
export const serviceChecks: readonly Check[] = [
  {
    name: 'connector-metadata',
    why: 'A message of another issuer than this is turned away at the front door.',
    who: 'whoever runs the network or the proxy',
    look: lookAtConnector,
  },
  {
    name: 'connector-keys',
    why: 'Without a key that is endorsed for Teams, no message of Teams can be believed.',
    who: 'whoever runs the network or the proxy',
    look: lookAtConnectorKeys,
  },
  {
    name: 'graph',
    why: 'Devices are found and assistance is requested there.',
    who: 'whoever runs the network or the proxy',
    look: lookAtGraph,
  },
];
