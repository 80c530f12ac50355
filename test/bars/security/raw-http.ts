import { connect, type Socket } from 'node:net';

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/** Sends bytes as they are and reads what comes back until the other side closes or the answer is whole. */
export function sendRaw(port: number, bytes: string | Buffer, within = 5_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const finish = () => {
      // Reset, not closed: a hundred thousand closed ones would use up the ports.
      socket.resetAndDestroy();
      resolve(readAnswer(Buffer.concat(chunks)));
    };
    socket.setTimeout(within, finish);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks).toString('latin1'))) finish();
    });
    socket.on('end', finish);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close while we still write: what it said before counts.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') finish();
      else reject(error);
    });
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/iu.exec(text)?.[1];
  return end >= 0 && length !== undefined && text.length >= end + 4 + Number(length);
}

/** Status 0: nothing that is HTTP came back. */
export function readAnswer(bytes: Buffer): RawAnswer {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(head)?.[1] ?? 0);
  return { status, head, body: end < 0 ? '' : text.slice(end + 4) };
}

/** A request line, headers and a body, as text for {@link sendRaw}. */
export function rawRequest(
  headers: readonly (readonly [string, string])[],
  body = '',
  line = 'POST /api/messages HTTP/1.1',
): Buffer {
  const bytes = Buffer.from(body, 'utf8');
  const length = String(bytes.length);
  const all: (readonly [string, string])[] = [['Host', '127.0.0.1'], ...headers, ['Content-Length', length]];
  const head = all.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${line}\r\n${head}\r\n`, 'latin1'), bytes]);
}
