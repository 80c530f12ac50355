import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Record<string, unknown> & {
    readonly type?: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly contentType: string;
      readonly content: Record<string, unknown>;
    }[];
  };
};

/** A Bot Connector that writes down what it gets, and answers as it is told. */
export async function fakeConnector() {
  const sent: Sent[] = [];
  /** Answers in place of the ordinary one, one a request; a function may answer late. */
  const answers: ((response: ServerResponse) => unknown)[] = [];
  let ids = 0;
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    // What botframework-connector sends is an activity.
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Sent['activity'];
    sent.push({ method, path, authorization: headers.authorization, activity });
    const answer = activity.type === 'typing' ? undefined : answers.shift();
    if (answer) return answer(response);
    response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify({ id: `m${(ids += 1)}` }));
  };
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has an AddressInfo
  return {
    sent,
    answers,
    url: `http://127.0.0.1:${port}/emea/`,
    host: `127.0.0.1:${port}`,
    /** What people see: without "is typing". */
    messages: () => sent.filter(({ activity }) => activity.type !== 'typing'),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const status =
  (code: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse) => {
    response.writeHead(code, { ...(body && { 'content-type': 'application/json' }), ...headers });
    response.end(body);
  };
