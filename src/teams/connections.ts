import type { Server } from 'node:http';
import { isIPv4, isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Log } from '../log';

export type ConnectionLimits = {
  /** Connections that one address may hold at once. */
  readonly perAddress: number;
  /** Addresses to which that does not apply: a proxy in front of the bot speaks for everybody. */
  readonly isNear: (address: string) => boolean;
};

/** The node itself and private networks (RFC 1918, RFC 4193, link-local): whoever is there stands in front of us. */
export function isNearAddress(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/u, '');
  if (isIPv4(bare)) return /^(?:127|10)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./u.test(bare);
  return isIPv6(bare) && /^(?:::1$|f[cd]|fe[89ab])/u.test(bare.toLowerCase());
}

/** What ends before there is a request: connections beyond the limits, and what is no HTTP. One log line each. */
export function guardConnections(server: Server, log: Log, limits: ConnectionLimits): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || limits.isNear(address)) return;
    const many = (open.get(address) ?? 0) + 1;
    if (many > limits.perAddress) {
      log.warn('refused', { code: 'connections-of-address' });
      socket.destroy();
      return;
    }
    open.set(address, many);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
  server.on('drop', () => {
    log.warn('refused', { code: 'connections' });
  });
  server.on('clientError', (error, socket) => {
    refuseBroken(error, socket, log);
  });
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const GONE = new Set<string | undefined>(['ECONNRESET', 'EPIPE', 'HPE_INVALID_EOF_STATE']);

/** The same answers as Node's own, which are gone once somebody listens; and the line. */
function refuseBroken(error: Error & { readonly code?: string }, socket: Duplex, log: Log): void {
  // The caller went away, or was refused already and went on sending.
  if (GONE.has(error.code) || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
  log.warn('refused', { status: Number(status.slice(0, 3)), code: 'no-http' });
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
