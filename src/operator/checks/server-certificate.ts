import { connect, type TLSSocket } from 'node:tls';
import { codeOf } from './probe';

/** The certificate that a server shows, and whether this machine trusts it for that name. */
export type ServerCertificate =
  | {
      readonly shown: true;
      readonly endsAt: number;
      /** The reason of mistrust, as OpenSSL names it; undefined when trusted. */
      readonly mistrust: string | undefined;
    }
  | { readonly shown: false; readonly code: string };

export type ReadCertificate = (url: URL, patience: number) => Promise<ServerCertificate>;

/** Reads certificates over TLS, untrusted ones too. `trusted`: PEM to trust besides what Node trusts by itself. */
export function certificateReader(trusted?: string): ReadCertificate {
  return (url, patience) =>
    new Promise((resolve) => {
      const { hostname, port } = url;
      const host = hostname.replace(/^\[|\]$/gu, '');
      const socket = connect({
        ...{ host, port: Number(port || 443), rejectUnauthorized: false },
        // A server name must be a name (RFC 6066 § 3).
        ...(/^[\d.:[\]a-f]+$/u.test(hostname) ? {} : { servername: host }),
        ...(trusted === undefined ? {} : { ca: trusted }),
      });
      const end = (found: ServerCertificate) => {
        socket.destroy();
        resolve(found);
      };
      socket.setTimeout(patience, () => {
        end({ shown: false, code: 'TimeoutError' });
      });
      socket.once('error', (error) => {
        end({ shown: false, code: codeOf(error) });
      });
      socket.once('secureConnect', () => {
        end(describe(socket));
      });
    });
}

function describe(socket: TLSSocket): ServerCertificate {
  const endsAt = Date.parse(socket.getPeerCertificate().valid_to);
  if (Number.isNaN(endsAt)) return { shown: false, code: 'no certificate' };
  // Typed as an Error, a code at run time when verification failed (nodejs.org/api/tls.html#tlssocketauthorizationerror).
  const reason: unknown = socket.authorizationError;
  const mistrust = reason instanceof Error ? codeOf(reason) : String(reason);
  return { shown: true, endsAt, mistrust: socket.authorized ? undefined : mistrust };
}
