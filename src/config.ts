import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tenantId, readGuid, type TenantId } from './request/ids';

/** A registration's credential. A certificate file is PEM and holds the private key and the certificate. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly thumbprintSha256: string }
  | { readonly kind: 'managed-identity' };

export type Cloud = 'public' | 'usgov' | 'usdod' | 'china';

export type Config = {
  readonly port: number;
  /** Undefined: all addresses. */
  readonly host: string | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly cloud: Cloud;
  /** False where Intune has no TeamViewer connector: the bot says so instead of calling. */
  readonly hasConnector: boolean;
  readonly bot: {
    readonly id: string;
    readonly tenant: TenantId;
    readonly credential: Credential;
    readonly openIdMetadataUrl: string;
    readonly tokenIssuer: string;
    /** Scope of the token that the bot shows to the connector. */
    readonly connectorScope: string;
    /** Hosts, or host:port, to which the connector token may go. `*.` stands for one or more labels. */
    readonly serviceUrlHosts: readonly string[];
  };
  /** The second registration: single sign-on and on-behalf-of. */
  readonly signIn: {
    readonly clientId: string;
    readonly tenant: TenantId;
    readonly credential: Exclude<Credential, { readonly kind: 'managed-identity' }>;
    /** Login host, without a slash at the end. */
    readonly authorityHost: string;
    /** `api://botid-{BOT_ID}`: on the sign-in card, in the manifest, and an accepted audience. */
    readonly resource: string;
  };
  /** Graph, without version segment and slash at the end. */
  readonly graphEndpoint: string;
  readonly technicianRoles: readonly string[];
  readonly sessionLinkHosts: readonly string[];
  /** 32 bytes. */
  readonly dataKey: Buffer | undefined;
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly defaultLanguage: string;
  readonly logLevel: string;
};
