import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture';

let ocb: Fixture;
beforeAll(async () => {
  ocb = await startFixture({ headersMayTakeMs: 200, requestMayTakeMs: 400, headerBytes: 4_096, connections: 3 });
}, 60_000);
afterAll(() => ocb.close());

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

/** Sends only these bytes. Resolves with the response when the server has closed the connection. */
function sends(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(ocb.url).port), '127.0.0.1', () => socket.write(bytes));
  open.push(socket);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.once('close', () => resolve(answer)));
}

it.each<[string, string]>([
  ['headers that do not come to their end', 'GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow:'],
  [
    'a body that does not come to its end',
    'POST /front/v1/open HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  ],
])('the server times out %s', async (_what, bytes) => {
  expect(await sends(bytes)).toMatch(/^HTTP\/1.1 408 /);
});

it('the server rejects headers above the configured size', async () => {
  const head = `GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Large: ${'x'.repeat(5_000)}\r\n\r\n`;
  expect(await sends(head)).toMatch(/^HTTP\/1.1 431 /);
});

it('the server closes connections above the configured number', async () => {
  const held = [1, 2, 3].map(() => sends('GET /health/live HTTP/1.1\r\n'));
  expect(await Promise.race([sends('GET /health/live HTTP/1.1\r\n'), ...held])).toBe('');
});
