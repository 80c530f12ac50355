import type { Addresses, Registrations } from './addresses';
import { Clock } from './clock';
import { Connector } from './connector/connector';
import type { ConnectorSettings } from './connector/connector-parts';
import { Conversations } from './connector/conversations';
import { CONNECTOR_ISSUER } from './environment';
import { Graph } from './graph/graph';
import { ordinaryGraphSettings, type GraphSettings } from './graph/graph-call';
import { stableGuid } from './ids';
import { Login } from './login/login';
import { CONNECTOR_AUDIENCE, type TokenIssuer } from './login/tokens';
import type { SandboxSettings } from './settings';
import { Delivery } from './teams-client/delivery';
import { Tenant } from './tenant/tenant';
import { Wire } from './wire';

/** Teams delivers again after so long. */
const TEAMS_PATIENCE_MS = 15_000;

/** Everything a sandbox consists of, not yet listening. */
export interface SandboxParts {
  readonly settings: SandboxSettings;
  readonly addresses: Addresses;
  readonly registrations: Registrations;
  readonly clock: Clock;
  readonly wire: Wire;
  readonly tenant: Tenant;
  readonly login: Login;
  readonly tokens: TokenIssuer;
  readonly graph: Graph;
  readonly graphSettings: GraphSettings;
  readonly connector: Connector;
  readonly connectorSettings: ConnectorSettings;
  readonly conversations: Conversations;
  readonly delivery: Delivery;
}

export async function buildParts(settings: SandboxSettings): Promise<SandboxParts> {
  const addresses = { login: '', graph: '', connector: '', bot: '' };
  const registrations = {
    bot: { id: stableGuid('bot registration'), secret: 'bot-secret-of-the-sandbox' },
    signOn: { id: stableGuid('sign-on registration'), secret: 'sign-on-secret-of-the-sandbox' },
  };
  const clock = new Clock(settings.speed, settings.now);
  const wire = new Wire();
  const tenant = new Tenant(clock);
  const common = { addresses, registrations, clock, wire, tenant };
  const login = await Login.create(common);
  const { tokens } = login;
  const forms = { ...ordinaryGraphSettings.forms, ...settings.graph?.forms };
  const graphSettings = { ...ordinaryGraphSettings, ...settings.graph, forms };
  const graph = new Graph({ ...common, settings: graphSettings }, tokens, wire);
  const connectorSettings = { enforceLimits: false, audience: CONNECTOR_AUDIENCE, ...settings.connector };
  const conversations = new Conversations(tenant, clock);
  const connector = await Connector.create(conversations, { ...common, tokens, settings: connectorSettings });
  const around = { addresses, registrations, clock, botName: 'Device Assist', region: 'emea' };
  const patienceMs = settings.teamsPatienceMs ?? TEAMS_PATIENCE_MS;
  const delivery = new Delivery(around, connector, wire, { issuer: CONNECTOR_ISSUER, patienceMs });
  const built = { ...common, settings, login, tokens, graph, graphSettings };
  return { ...built, connector, connectorSettings, conversations, delivery };
}
