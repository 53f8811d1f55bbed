import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MEMBERS } from '../../server/sandbox/seed/members';
import { type Fixture, member, startFixture } from './fixture';

/** Creating and migrating a database takes long on a busy machine. */
const START_LIMIT = 60_000;

let ocb: Fixture;
beforeAll(async () => {
  // Use the sandbox's own clock, so that its moves are visible.
  const { sandboxClock } = await import('../../server/sandbox/clock');
  ocb = await startFixture({ clock: sandboxClock, shopOrigins: ['http://localhost:5555'] });
}, START_LIMIT);
afterAll(() => ocb?.close());
beforeEach(() => ask('POST', '/sandbox/reset'));

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(ocb.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text.startsWith('<') ? undefined : JSON.parse(text),
  };
}

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

describe('the sandbox’s data', () => {
  it('has two merchants, with everything that their servers and pages need', async () => {
    const { json } = await ask('GET', '/sandbox/merchants');
    expect(json).toHaveLength(2);
    expect(Object.keys(json[0])).toEqual(
      expect.arrayContaining(['nxMctNo', 'nxMctCorpNo', 'name', 'basicAuth', 'aesKey', 'aesIv', 'origins']),
    );
    expect(json[0].aesKey).toMatch(/^[0-9a-f]{32}$/);
    expect(json[0].origins).toEqual(['http://localhost:4001', 'http://localhost:5555']);
  });

  it('has members, the first with everything except a PIN', async () => {
    const { json } = await ask('GET', '/sandbox/members');
    expect(json).toHaveLength(MEMBERS.length);
    expect(json[0]).toMatchObject({
      birthDate: '900101',
      firstDigit: '2',
      phone: '01010000001',
      pin: null,
      ocbPoint: 50_000,
    });
    expect(json[0].dutumPoints.length).toBeGreaterThan(0);
    expect(json[1].pin).toMatch(/^[0-9]{6}$/);
  });
});

describe('phones', () => {
  it('show the code that was sent', async () => {
    const who = member('ready');
    const { session } = await ocb.open();
    await ocb.ok('requestCode', ocb.details(session, who));
    const { json } = await ask('GET', `/sandbox/phones/${who.phone}`);
    expect(json.pushes).toEqual([]);
    expect(json.messages).toEqual([
      {
        text: expect.stringContaining(json.messages[0].code),
        code: expect.stringMatching(/^[0-9]{6}$/),
        sentAt: expect.any(Number),
      },
    ]);
  });

  it.each([
    ['approve', 'approved', 'newPin'],
    ['refuse', 'refused', '2402'],
  ])('%s a push', async (answer, state, outcome) => {
    const who = member('ready');
    const { session } = await ocb.open({ mctAmount: 39_000 });
    const { number } = await ocb.ok('requestPush', { session, phone: who.phone });
    const [push] = (await ask('GET', `/sandbox/phones/${who.phone}`)).json.pushes;
    expect(push).toEqual({
      id: expect.any(String),
      merchantName: '하루상점',
      mctAmount: 39_000,
      purpose: 'pay',
      state: 'waiting',
      expiresAt: expect.any(Number),
    });
    const path = `/sandbox/phones/${who.phone}/pushes/${push.id}`;
    expect(await ask('POST', path, { answer, number })).toMatchObject({ status: 200, json: { state } });
    expect((await ask('POST', path, { answer, number })).status).toBe(409);
    const waited = await ocb.front('awaitPush', { session });
    expect(waited.code === 'ok' ? (waited.ok as { step: string }).step : waited.code).toBe(outcome);
  });

  it.each<[string, string, unknown, number]>([
    ["another's push", '/sandbox/phones/01010000002/pushes/none', { answer: 'refuse' }, 404],
    ['no answer', '/sandbox/phones/01010000002/pushes/none', { answer: 'perhaps' }, 400],
    ['an approval without its number', '/sandbox/phones/01010000002/pushes/none', { answer: 'approve' }, 400],
  ])('%s is refused', async (_what, path, body, status) => {
    expect(await ask('POST', path, body)).toMatchObject({ status, json: { errorObject: { errorCode: '1000' } } });
  });

  it('are refused without a valid number', async () => {
    expect((await ask('GET', '/sandbox/phones/0101')).status).toBe(400);
  });
});

describe('faults', () => {
  it('are listed, occur the given number of times, and can be cleared', async () => {
    const fault = { call: 'open', errorCode: '9000', times: 2 };
    expect((await ask('POST', '/sandbox/faults', fault)).json).toEqual([fault]);
    const opening = {
      mctTrToken: await ocb.token(),
      userAuthToken: '',
      pageOrigin: 'http://localhost:4001',
      locale: 'ko',
    };
    expect((await ocb.front('open', opening)).code).toBe('9000');
    expect((await ask('GET', '/sandbox/faults')).json).toEqual([{ ...fault, times: 1 }]);
    expect((await ask('DELETE', '/sandbox/faults')).json).toEqual([]);
    expect((await ocb.front('open', opening)).code).toBe('ok');
  });

  it.each<[string, object, string]>([
    ['no call', { errorCode: '9000' }, 'call'],
    ['an unknown call', { call: 'nothing' }, 'call'],
    ['an unknown code', { call: 'open', errorCode: '1234' }, 'errorCode'],
    ['a long wait', { call: 'open', delayMs: 1e9 }, 'delayMs'],
    ['never', { call: 'open', times: 0 }, 'times'],
    ['a refusal of what has happened', { call: 'use', errorCode: '4018', after: true }, 'errorCode'],
  ])('with %s are refused and change nothing', async (_what, body, field) => {
    const { status, json } = await ask('POST', '/sandbox/faults', body);
    expect([status, json.errorObject.errorCode]).toEqual([400, '1000']);
    expect(json.errorObject.errorDetailMessage).toContain(field);
    expect((await ask('GET', '/sandbox/faults')).json).toEqual([]);
  });
});

describe('clock and reset', () => {
  it('the clock can be moved ahead', async () => {
    const { session } = await ocb.open();
    const { json } = await ask('POST', '/sandbox/clock', { advanceMs: 31 * 60_000 });
    expect(json.now).toBeGreaterThan(Date.now() + 30 * 60_000);
    expect((await ocb.front('restart', { session })).status).toBe(403);
  });

  it('a reset restores the initial state', async () => {
    const who = member('ready');
    const { ocbUseTrAuthToken } = await ocb.authorized(who, { ocbPoint: 3000 });
    expect(ocbUseTrAuthToken).toHaveLength(128);
    await ask('POST', '/sandbox/clock', { advanceMs: 1000 });
    await ask('POST', '/sandbox/faults', { call: '*', delayMs: 1 });
    expect(await ask('POST', '/sandbox/reset')).toMatchObject({ status: 200, json: {} });
    expect((await ask('GET', '/sandbox/faults')).json).toEqual([]);
    expect((await ask('GET', '/sandbox/members')).json[0]).toMatchObject({ pin: null, ocbPoint: 50_000 });
    expect((await ask('POST', '/sandbox/clock', { advanceMs: 0 })).json.now).toBeLessThan(Date.now() + 500);
    expect((await ask('GET', '/sandbox/merchants')).json[0].origins).toContain('http://localhost:5555');
  });
});

describe('access to the sandbox’s controls', () => {
  it('a foreign host name is refused (DNS rebinding)', async () => {
    for (const path of ['/', '/phone', '/docs', '/docs/openapi.json', '/sandbox/members', '/sandbox/pages/phone.js']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
    }
  });

  it.each(['localhost', '[::1]', '127.0.0.1'])('the host name %s is accepted', async (host) => {
    const answer = await raw(`GET /sandbox/faults HTTP/1.1\r\nHost: ${host}:80\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:4001'])('a page of %s is refused', async (origin) => {
    const refused = await ask('POST', '/sandbox/clock', { advanceMs: 1 }, { origin });
    expect(refused).toMatchObject({ status: 403, json: { errorObject: { errorCode: '1000' } } });
    expect((await ask('POST', '/sandbox/clock', { advanceMs: 1 }, { origin: ocb.url })).status).toBe(200);
  });

  it.each(['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto'])(
    'a request through a proxy is refused, by %s',
    async (name) => {
      for (const path of ['/sandbox/merchants', '/phone', '/js/okcashbagapi.js', '/front/v1/open']) {
        const { status, json } = await ask('GET', path, undefined, { [name]: 'for=192.0.2.7' });
        expect([status, json.errorObject.errorCode]).toEqual([403, '1000']);
      }
    },
  );

  it('a caller from another machine is refused', async () => {
    const { statusCode } = await ocb.app.inject({ url: '/sandbox/members', remoteAddress: '192.0.2.7' });
    expect(statusCode).toBe(403);
  });
});

describe('pages', () => {
  it.each(['/', '/phone', '/docs'])('%s loads only its own files', async (path) => {
    const { status, headers } = await ask('GET', path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('every file of a page exists', async () => {
    for (const page of ['/', '/phone', '/docs']) {
      const html = await (await fetch(ocb.url + page)).text();
      const files = [...html.matchAll(/(?:src|href)="(\/sandbox\/pages\/[^"]+)"/g)].map(([, file]) => file);
      expect(files.length).toBeGreaterThan(2);
      for (const file of files) expect((await fetch(ocb.url + file)).status).toBe(200);
    }
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
      for (const path of ['/', '/phone', '/docs', '/sandbox/merchants', '/sandbox/members']) {
        expect(await status(path)).toBe(403);
      }
    } finally {
      await open.close();
    }
  },
  60_000,
);
