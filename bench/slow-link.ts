import { connect, createServer, type Socket } from 'node:net';

/** What a server may send before the client has acknowledged anything: ten segments (RFC 6928). */
const INITIAL_WINDOW_BYTES = 14_600;

/**
 * Delivers a client's bytes to the server half a round trip later. The first wait a whole one more, because the
 * browser's connection to this relay is open at once and a real one is open after a round trip.
 */
function delayRequests(client: Socket, server: Socket, rttMs: number): void {
  const openAt = Date.now() + rttMs;
  client.on('data', (bytes) => {
    setTimeout(() => server.write(bytes), Math.max(0, openAt - Date.now()) + rttMs / 2);
  });
}

/**
 * Delivers a server's bytes to the client half a round trip later, as many at a time as TCP's slow start lets it send.
 */
function delayResponses(server: Socket, client: Socket, rttMs: number): void {
  let waiting = Buffer.alloc(0);
  let windowBytes = INITIAL_WINDOW_BYTES;
  let bytesInFlight = 0;
  const pump = (): void => {
    const bytes = waiting.subarray(0, windowBytes - bytesInFlight);
    if (bytes.length === 0) return;
    waiting = waiting.subarray(bytes.length);
    bytesInFlight += bytes.length;
    setTimeout(() => client.write(bytes), rttMs / 2);
    setTimeout(() => {
      bytesInFlight -= bytes.length;
      windowBytes += bytes.length;
      pump();
    }, rttMs);
  };
  server.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    pump();
  });
}

/** Starts a relay to a port of this machine that is as slow as a distant server, and returns its own port. */
export function startSlowLink(port: number, rttMs: number): Promise<number> {
  const relay = createServer({ noDelay: true }, (client) => {
    const server = connect({ port, host: '127.0.0.1', noDelay: true });
    delayRequests(client, server, rttMs);
    delayResponses(server, client, rttMs);
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.on('error', () => other.destroy());
      end.on('close', () => other.destroy());
    }
  });
  return new Promise((resolve) => {
    relay.listen(0, '127.0.0.1', () => resolve((relay.address() as { port: number }).port));
  });
}
