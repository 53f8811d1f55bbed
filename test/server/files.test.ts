import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOnce } from '../../server/routes/files/front-files';
import { type Fixture, startFixture } from './fixture';
import { build, folder, write } from './made-up-build';

let ocb: Fixture;
let app: FastifyInstance;

beforeAll(async () => {
  ocb = await startFixture({ distDir: folder });
  app = ocb.app;
}, 60_000);
afterAll(async () => {
  await ocb.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers });

it('a missing build is reported with the command to run', async () => {
  for (const url of ['/js/okcashbagapi.js', '/popup/1/ko.html']) {
    const response = await get(url);
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build');
  }
});

it('the script is cached briefly, is available to every site, and has an ETag', async () => {
  build('aaa', 1);
  const response = await get('/js/okcashbagapi.js');
  expect(response.body).toBe('script aaa');
  expect(response.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    vary: 'Accept-Encoding',
    etag: expect.stringMatching(/^"[A-Za-z0-9_-]{22}"$/),
  });
  const again = await get('/js/okcashbagapi.js', { 'if-none-match': String(response.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const head = await get('/js/okcashbagapi.js', {}, 'HEAD');
  expect([head.statusCode, head.body]).toEqual([200, '']);
});

it.each<[string, Record<string, string>]>([
  ['If-None-Match', { 'if-none-match': `${' '.repeat(200_000)}x` }],
  ['User-Agent', { 'user-agent': ' OS 13_4'.repeat(25_000) }],
])('the time to serve is linear in the length of %s', async (_name, headers) => {
  const startedAt = performance.now();
  for (const url of ['/js/okcashbagapi.js', '/popup/aaa/ko']) expect((await get(url, headers)).statusCode).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

it.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br;q=0', 'gzip'],
  ['identity', undefined],
  ['', undefined],
])('a precompressed file is served for Accept-Encoding "%s"', async (accepted, coding) => {
  const response = await get('/popup/aaa/ko.html', { 'accept-encoding': accepted });
  expect(response.headers['content-encoding']).toBe(coding);
  const text = 'popup aaa ko';
  const expected = coding === 'br' ? brotliCompressSync(text) : coding === 'gzip' ? gzipSync(text) : Buffer.from(text);
  expect(response.rawPayload.equals(expected)).toBe(true);
});

it('the doctor is served as the script is', async () => {
  const [script, doctor] = [await get('/js/okcashbagapi.js'), await get('/js/doctor.js')];
  expect(doctor.body).toBe('doctor aaa');
  const { etag: _one, ...headers } = doctor.headers;
  expect(script.headers).toMatchObject({
    ...headers,
    'content-length': script.headers['content-length'],
    date: expect.any(String),
  });
});

it('the popup is cached forever, in its language, with the policy of its build', async () => {
  for (const locale of ['ko', 'en']) {
    const response = await get(`/popup/aaa/${locale}.html`);
    expect(response.body).toBe(`popup aaa ${locale}`);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': `default-src 'none'; x-${locale}`,
      'permissions-policy': expect.stringContaining('otp-credentials=(self)'),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  }
});

it.each(['/js/okcashbagapi.js', '/popup/aaa/ko', '/popup/aaa/legacy.ko.js'])(
  'script and popup send no %s, unlike the server’s own pages',
  async (path) => {
    const { headers } = await get(path);
    for (const name of ['x-frame-options', 'cross-origin-opener-policy']) expect(headers).not.toHaveProperty(name);
    expect(headers['cross-origin-resource-policy']).not.toBe('same-origin');
    expect(headers['content-security-policy'] ?? '').not.toContain('frame-ancestors');
  },
);

const IE_8 = 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0';

it.each([
  ['Internet Explorer 8', IE_8, 'old popup aaa ko', "default-src 'none'; old-ko"],
  ['Edge', EDGE, 'popup aaa ko', "default-src 'none'; x-ko"],
  ['who does not say', '', 'popup aaa ko', "default-src 'none'; x-ko"],
])('there is a document for %s', async (_name, agent, body, policy) => {
  const response = await get('/popup/aaa/ko', { 'user-agent': agent });
  expect(response.body).toBe(body);
  expect(response.headers['content-security-policy']).toBe(policy);
  expect(response.headers.vary).toBe('Accept-Encoding, User-Agent');
});

it('the script for old browsers is cached forever, in its language', async () => {
  for (const locale of ['ko', 'en']) {
    const response = await get(`/popup/aaa/legacy.${locale}.js`);
    expect(response.body).toBe(`old script aaa ${locale}`);
    expect(response.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
  }
});

it.each([
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['ko-KR', 'ko'],
  ['fr', 'ko'],
  ['undefined', 'ko'],
])('a page in %s gets the popup in %s', async (tag, locale) => {
  expect((await get(`/popup/aaa/${tag}.html`)).body).toBe(`popup aaa ${locale}`);
});

it('the popup of an older release is cached forever, too', async () => {
  build('ccc', 3, 'bbb');
  for (const version of ['bbb', 'ccc']) {
    for (const [path, agent, body] of [
      ['ko', EDGE, `popup ${version} ko`],
      ['en', EDGE, `popup ${version} en`],
      ['ko', IE_8, `old popup ${version} ko`],
      ['en', IE_8, `old popup ${version} en`],
      ['legacy.ko.js', IE_8, `old script ${version} ko`],
      ['legacy.en.js', IE_8, `old script ${version} en`],
    ] as const) {
      const response = await get(`/popup/${version}/${path}`, { 'user-agent': agent });
      expect([response.body, response.headers['cache-control']]).toEqual([body, 'public, max-age=31536000, immutable']);
    }
  }
  expect((await get('/js/okcashbagapi.js')).body).toBe('script ccc');
});

it.each(['aaa', 'constructor', '__proto__'])(
  'the unknown version %s gets the current popup, which must be revalidated',
  async (version) => {
    build('ddd', 4);
    const response = await get(`/popup/${version}/ko.html`);
    expect(response.body).toBe('popup ddd ko');
    expect(response.headers['cache-control']).toBe('no-cache');
    const script = await get(`/popup/${version}/legacy.ko.js`);
    expect([script.body, script.headers['cache-control']]).toEqual(['old script ddd ko', 'no-cache']);
    expect((await get('/js/okcashbagapi.js')).body).toBe('script ddd');
  },
);

it('production reads a build once, as soon as there is one', async () => {
  rmSync(join(folder, 'manifest.json'));
  const read = readOnce(folder);
  expect(await read()).toBeUndefined();
  build('eee', 5);
  const first = await read();
  expect(first?.get('/js/okcashbagapi.js')?.file.bodies.identity.body.toString()).toBe('script eee');
  build('fff', 6);
  expect(await read()).toBe(first);
});

it('each version of the script has a URL of its own, which a browser may keep', async () => {
  build('ggg', 7);
  const path = '/js/0.2.0-12345678/okcashbagapi.js';
  mkdirSync(join(folder, 'js/0.2.0-12345678'));
  write(path, 'script 0.2.0');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, scripts: { '0.2.0': { path } } }));
  const { body, headers } = await get(path);
  expect([body, headers['cache-control']]).toEqual(['script 0.2.0', 'public, max-age=31536000, immutable']);
  expect(headers['access-control-allow-origin']).toBe('*');
  const missing = await get('/js/0.1.9-12345678/okcashbagapi.js');
  expect([missing.statusCode, missing.json().errorObject.errorCode]).toEqual([404, '9999']);
});

it('no other file is served', async () => {
  for (const url of ['/manifest.json', '/js/../manifest.json', '/popup/%2e%2e/ko.html.br', '/js/okcashbagapi.js.br']) {
    expect((await get(url)).statusCode).toBe(404);
  }
});
