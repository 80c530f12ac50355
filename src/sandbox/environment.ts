import type { Addresses, Registrations } from './addresses';

/** `iss` of the connector's tokens in the public cloud. */
export const CONNECTOR_ISSUER = 'https://api.botframework.com';

/** The environment with which the very same bot works against the sandbox (house § 5). */
export function environmentFor(
  addresses: Addresses,
  registrations: Registrations,
  tenantId: string,
  databaseUrl: string,
): Record<string, string> {
  const { hostname, port } = new URL(addresses.bot);
  return {
    PORT: port,
    HOST: hostname,
    PUBLIC_URL: addresses.bot,
    BOT_ID: registrations.bot.id,
    BOT_PASSWORD: registrations.bot.secret,
    BOT_TENANT_ID: tenantId,
    BOT_TYPE: 'SingleTenant',
    AAD_APP_CLIENT_ID: registrations.signOn.id,
    AAD_APP_TENANT_ID: tenantId,
    AAD_APP_CLIENT_SECRET: registrations.signOn.secret,
    CLOUD: 'public',
    AAD_APP_OAUTH_AUTHORITY_HOST: addresses.login,
    GRAPH_ENDPOINT: addresses.graph,
    BOT_OPENID_METADATA_URL: `${addresses.connector}/.well-known/openidconfiguration`,
    BOT_TOKEN_ISSUER: CONNECTOR_ISSUER,
    SERVICE_URL_HOSTS: new URL(addresses.connector).host,
    TECHNICIAN_ROLES: 'Technician',
    SESSION_LINK_HOSTS: 'get.teamviewer.com,*.teamviewer.com',
    DATABASE_URL: databaseUrl,
    DEFAULT_LANGUAGE: 'en',
    LOG_LEVEL: 'error',
  };
}
