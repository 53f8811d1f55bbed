import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { es3Findings } from '../../build/es3.mjs';
import { ie8CssFindings } from '../../build/ie8-css.mjs';
import { addFault, clearFaults } from '../../server/sandbox/faults';
import { type Fixture, startFixture } from './fixture';

/**
 * The HTTP responses of the page that replaces a popup which cannot be served. The journey `trouble` covers its
 * behaviour.
 */
let folder: string;
let ocb: Fixture;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ocb-no-build-'));
  ocb = await startFixture({ distDir: folder });
}, 60_000);
afterEach(() => clearFaults(ocb.context));
afterAll(async () => {
  await ocb.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, method: 'GET' | 'HEAD' = 'GET') => ocb.app.inject({ method, url });
const inside = (html: string, tag: string): string => new RegExp(`<${tag}>(.*)</${tag}>`, 's').exec(html)?.[1] ?? '';
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const errorIn = (html: string) =>
  JSON.parse(
    (/data-error="(.*?)"/.exec(html)?.[1] ?? '').replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(code)),
  );

describe('the page for a popup that cannot be served', () => {
  it('is sent without a build, with its own policy, uncached', async () => {
    const response = await get('/popup/aaa/ko');
    expect(response.statusCode).toBe(503);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toContain(`script-src ${hashOf(inside(response.body, 'script'))};`);
    expect(policy).toContain(`style-src ${hashOf(inside(response.body, 'style'))};`);
    expect(policy).not.toContain('unsafe');
    expect(errorIn(response.body)).toEqual({
      errorCode: '9999',
      errorMessage: '알수없는 오류가 발생했습니다.',
      errorDetailMessage: 'There is no build in dist/front: run "npm run build"',
    });
    const head = await get('/popup/aaa/ko', 'HEAD');
    expect([head.statusCode, head.body]).toEqual([503, '']);
  });

  it.each([
    ['/popup/aaa/ko', 'ko', 'OK캐쉬백을 열지 못했어요'],
    ['/popup/aaa/en', 'en', 'OK Cashbag could not be opened'],
    ['/popup/aaa/en.html?again', 'en', 'OK Cashbag could not be opened'],
  ])('is in the language of its path: %s', async (url, locale, title) => {
    const { body } = await get(url);
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(title);
  });

  it('reports a fault of the sandbox with its code and status', async () => {
    await addFault(ocb.context, { call: 'popup', errorCode: '1000' });
    const response = await get('/popup/aaa/en');
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain('Error code 1000');
    expect(errorIn(response.body)).toMatchObject({ errorCode: '1000', errorMessage: 'Invalid request.' });
  });

  it.each(['/popup/aaa', '/popup/aaa/', '/popup/aaa/ko/more'])('is sent for the unknown path %s', async (url) => {
    const response = await get(url);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(errorIn(response.body).errorCode).toBe('9999');
  });

  it('is written for Internet Explorer 8', async () => {
    const { body } = await get('/popup/aaa/ko');
    expect(es3Findings(inside(body, 'script'))).toEqual([]);
    // The rules that it cannot read follow `@supports`.
    const [oldest = ''] = inside(body, 'style').split('@supports');
    expect(ie8CssFindings(oldest).filter((finding) => !finding.endsWith(': border-radius'))).toEqual([]);
  });
});
