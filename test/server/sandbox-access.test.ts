import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { startFixture } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';
import { request } from './sandbox-controls';

freshSandbox();

/** Sends a request as raw bytes, for headers that fetch does not send. */
const raw = (head: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(Number(new URL(ocb.url).port), '127.0.0.1', () => socket.end(head));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });

describe('access to the sandbox’s controls', () => {
  it('a foreign host name is refused (DNS rebinding)', async () => {
    for (const path of ['/', '/phone', '/docs/', '/docs/openapi.json', '/sandbox/members', '/sandbox/pages/phone.js']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
    }
  });

  it.each(['localhost', '[::1]', '127.0.0.1'])('the host name %s is accepted', async (host) => {
    const answer = await raw(`GET /sandbox/faults HTTP/1.1\r\nHost: ${host}:80\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:4001'])('a page of %s is refused', async (origin) => {
    const refused = await request('POST', '/sandbox/clock', { advanceMs: 1 }, { origin });
    expect(refused).toMatchObject({ status: 403, json: { errorObject: { errorCode: '1000' } } });
    expect((await request('POST', '/sandbox/clock', { advanceMs: 1 }, { origin: ocb.url })).status).toBe(200);
  });

  it.each(['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto'])(
    'a request through a proxy is refused, by %s',
    async (name) => {
      for (const path of ['/sandbox/merchants', '/phone', '/js/okcashbagapi.js', '/front/v1/open']) {
        const { status, json } = await request('GET', path, undefined, { [name]: 'for=192.0.2.7' });
        expect([status, json.errorObject.errorCode]).toEqual([403, '1000']);
      }
    },
  );

  it('a caller from another machine is refused', async () => {
    const { statusCode } = await ocb.app.inject({ url: '/sandbox/members', remoteAddress: '192.0.2.7' });
    expect(statusCode).toBe(403);
  });
});

const lanHost = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

it.runIf(lanHost)(
  'lanHost opens calls and script to the local network, but never the controls',
  async () => {
    const open = await startFixture({ lanHost });
    const status = async (path: string) => (await fetch(`http://${lanHost}:${new URL(open.url).port}${path}`)).status;
    try {
      expect(await status('/health/ready')).toBe(200);
      for (const path of ['/', '/phone', '/docs/', '/sandbox/merchants', '/sandbox/members']) {
        expect(await status(path)).toBe(403);
      }
    } finally {
      await open.close();
    }
  },
  60_000,
);
