import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Silenceable = {
  /** The database, reached this way. */
  readonly url: string;
  fallSilent(): void;
  speakAgain(): void;
  stop(): void;
};

/** A way to a database on which nothing comes through any more, until it does again. */
export async function silenceable(url: string): Promise<Silenceable> {
  const way = new URL(url);
  const port = Number(way.port);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((from) => {
    const to = connect(port, '127.0.0.1');
    for (const [here, there] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(here);
      here.on('data', (data) => (isSilent ? undefined : there.write(data)));
      here.on('close', () => there.destroy());
      here.on('error', () => there.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  way.port = String((server.address() as AddressInfo).port);
  return {
    url: way.href,
    fallSilent: () => {
      isSilent = true;
    },
    speakAgain: () => {
      isSilent = false;
    },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
