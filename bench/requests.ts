import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Connections that ask at the same time, each again when it was answered. */
const CONNECTIONS = 16;

/** Resolves with how many bytes the answer to a request has: those that follow are as long. */
async function lengthOf(socket: Socket, request: string): Promise<number> {
  socket.write(request);
  let answer = Buffer.alloc(0);
  for (;;) {
    const [chunk] = await once(socket, 'data');
    answer = Buffer.concat([answer, chunk]);
    const head = answer.indexOf('\r\n\r\n') + 4;
    const [, length] = /\r\ncontent-length: (\d+)\r\n/i.exec(answer.subarray(0, head).toString('latin1')) ?? [];
    if (!answer.subarray(0, 15).equals(Buffer.from('HTTP/1.1 200 OK'))) throw new Error(`${answer.subarray(0, head)}`);
    if (length !== undefined && answer.length === head + Number(length)) return answer.length;
  }
}

/**
 * Measures how many answers a second an address gives to a browser that knows Brotli. It only counts bytes: what it
 * takes itself is little beside what the server takes.
 */
export async function answersPerSecond(address: string, ms: number): Promise<number> {
  const { host, hostname, port, pathname } = new URL(address);
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, br\r\nUser-Agent: Chrome/130\r\n\r\n`;
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(Number(port), hostname));
  const length = await lengthOf(sockets[0] as Socket, request);
  let answers = 0;
  for (const socket of sockets) {
    let missing = length;
    socket.on('data', (chunk) => {
      missing -= chunk.length;
      if (missing > 0) return;
      answers += 1;
      missing = length;
      socket.write(request);
    });
    socket.write(request);
  }
  const startedAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const perSecond = (answers * 1_000) / (performance.now() - startedAt);
  for (const socket of sockets) socket.destroy();
  return perSecond;
}
