import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from './fixture';

const IE_11 = 'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko';

/** Every popup that is built, of this release and of those that are kept. */
const { popups }: { popups: Record<string, object> } = JSON.parse(readFileSync('dist/front/manifest.json', 'utf8'));

let ocb: Fixture;
beforeAll(async () => {
  ocb = await startFixture();
});
afterAll(() => ocb?.close());

/** Headers by which a page of another origin could not show a document, or take a script. */
const FORBIDDING = ['x-frame-options', 'cross-origin-opener-policy', 'cross-origin-embedder-policy'];

describe('what merchants’ pages take from here may be shown in them (docs/decisions/0017)', () => {
  it.each([
    '/js/okcashbagapi.js',
    ...Object.keys(popups).flatMap((version) => ['ko', 'en'].map((locale) => `/popup/${version}/${locale}`)),
    // The layer shows errors as well.
    '/popup/of-no-release/ko',
    '/popup/nothing',
  ])('%s', async (url) => {
    for (const agent of ['', IE_11]) {
      const { statusCode, headers } = await ocb.app.inject({ url, headers: { 'user-agent': agent } });
      expect(statusCode).toBe(url === '/popup/nothing' ? 404 : 200);
      for (const name of FORBIDDING) expect(headers).not.toHaveProperty(name);
      expect(headers['cross-origin-resource-policy'] ?? 'cross-origin').toBe('cross-origin');
      expect(headers['content-security-policy'] ?? '').not.toContain('frame-ancestors');
    }
  });

  it('but only a registered page gets a session', async () => {
    const mctTrToken = await ocb.token();
    const page = { mctTrToken, userAuthToken: '', pageOrigin: 'https://elsewhere.example', locale: 'ko' } as const;
    expect(await ocb.front('open', page)).toMatchObject({ status: 403, code: '1000' });
  });
});

it('the server speaks HTTP, so it leaves HSTS to the proxy that has the certificate', async () => {
  for (const url of ['/js/okcashbagapi.js', '/health/live', '/nothing']) {
    expect((await ocb.app.inject({ url })).headers).not.toHaveProperty('strict-transport-security');
  }
});
