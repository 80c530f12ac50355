import { createHash } from 'node:crypto';
import type { GraphAccess } from '../desk/graph-access';
import { askLoginHost, type LoginHost, type Registration } from './login-host';
import { GRAPH_PERMISSION, ownGraphToken, type GraphTokenRules } from './own-graph-token';
import type { Expected } from './person-claims';

export type GraphExchange = {
  readonly host: LoginHost;
  /** The sign-in registration. */
  readonly registration: Registration;
  /** The resource that scopes name. */
  readonly graphResource: string;
  readonly rules: GraphTokenRules;
};

/**
 * The scope of the bot's one permission. Its resource belongs to the cloud: tokens are issued for
 * `https://graph.microsoft.com` even where GRAPH_ENDPOINT points somewhere else, as in the sandbox.
 */
export const graphScope = (graphResource: string) => `${graphResource}/${GRAPH_PERMISSION}`;

/** Exchanges a checked sign-on token for the same person's Graph token. @throws {Trouble} */
export type Exchange = (assertion: string, expected: Expected) => Promise<GraphAccess>;

/** A person's clients send the same sign-on token at once: those who arrive together share one exchange. */
export function onBehalfOf(exchange: GraphExchange): Exchange {
  const underWay = new Map<string, Promise<GraphAccess>>();
  return (assertion, expected) => {
    // The person is part of the key: not even the same token leads from one person to another's access.
    const digest = createHash('sha256').update(assertion).digest('base64url');
    const key = `${expected.tenant} ${expected.id} ${digest}`;
    const shared = underWay.get(key);
    if (shared) return shared;
    const started = exchangeOnce(exchange, assertion, expected).finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}

async function exchangeOnce(
  { host, registration, graphResource, rules }: GraphExchange,
  oboAssertion: string,
  expected: Expected,
): Promise<GraphAccess> {
  const request = { oboAssertion, scopes: [graphScope(graphResource)], skipCache: true };
  const granted = await askLoginHost(host, registration, (client) => client.acquireTokenOnBehalfOf(request));
  return ownGraphToken(granted, expected, rules);
}
