import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Side = 'before' | 'after';

/**
 * Starts a proxy between a shop and OCB that can hold one request forever: before OCB receives it, or after OCB has
 * responded.
 */
export async function startHeldProxy(target: string) {
  let held: { path: string; side: Side; reached(): void } | undefined;

  const isHeld = (incoming: IncomingMessage, side: Side): boolean => {
    if (held?.side !== side || !incoming.url?.endsWith(held.path)) return false;
    held.reached();
    held = undefined;
    return true;
  };

  function forward(incoming: IncomingMessage, outgoing: ServerResponse) {
    if (isHeld(incoming, 'before')) return;
    const { method, headers, url } = incoming;
    const onwards = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        if (isHeld(incoming, 'after')) return;
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks));
      });
    });
    incoming.pipe(onwards);
  }

  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Holds the next request whose path ends like this. Resolves once it is held. */
    hold: (path: string, side: Side) =>
      new Promise<void>((reached) => {
        held = { path, side, reached };
      }),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
