export type Cloud = 'public' | 'usgov' | 'usdod' | 'china';

type Addresses = {
  readonly login: string;
  readonly graph: string;
  readonly botOpenIdMetadata: string;
  readonly botTokenIssuer: string;
  readonly connectorScope: string;
  /** Hosts from which Teams sends, and to which alone the connector token may go. */
  readonly serviceUrlHosts: readonly string[];
  /** Intune has no TeamViewer connector in GCC High and DoD, and it "won't be supported". */
  readonly hasConnector: boolean;
};

const usGovernmentBot = {
  login: 'https://login.microsoftonline.us',
  botOpenIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  botTokenIssuer: 'https://api.botframework.us',
  connectorScope: 'https://api.botframework.us/.default',
  hasConnector: false,
} as const;

/**
 * The addresses of each Microsoft cloud.
 * Sources: learn.microsoft.com/graph/deployments; botframework-connector 4.23.3 `governmentConstants`;
 * Azure Bot Service "how-to-deploy-gov-cloud-high"; Intune US Government service description.
 * The connector's addresses in China follow Azure's naming there; nobody has checked them against a tenant,
 * so each can be set in the environment.
 */
export const clouds: Readonly<Record<Cloud, Addresses>> = {
  public: {
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    botOpenIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    botTokenIssuer: 'https://api.botframework.com',
    connectorScope: 'https://api.botframework.com/.default',
    serviceUrlHosts: ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com', '*.botframework.com'],
    hasConnector: true,
  },
  usgov: {
    ...usGovernmentBot,
    graph: 'https://graph.microsoft.us',
    serviceUrlHosts: ['smba.infra.gov.teams.microsoft.us', '*.botframework.azure.us'],
  },
  usdod: {
    ...usGovernmentBot,
    graph: 'https://dod-graph.microsoft.us',
    serviceUrlHosts: ['smba.infra.dod.teams.microsoft.us', '*.botframework.azure.us'],
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    botOpenIdMetadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    botTokenIssuer: 'https://api.botframework.azure.cn',
    connectorScope: 'https://api.botframework.azure.cn/.default',
    serviceUrlHosts: ['*.botframework.azure.cn', '*.teams.microsoftonline.cn'],
    hasConnector: true,
  },
};
