import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { freshSandbox, ocb } from './fresh-sandbox';

const dist = mkdtempSync(join(tmpdir(), 'guide-'));
let builds = 0;
afterAll(() => rmSync(dist, { recursive: true, force: true }));
freshSandbox({
  distDir: join(dist, 'front'),
  buildGuide: () => {
    builds += 1;
  },
});
beforeEach(() => rmSync(join(dist, 'docs'), { recursive: true, force: true }));

const page = async (path: string) => {
  const response = await fetch(ocb.url + path);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

function write(name: string, text: string): void {
  mkdirSync(join(dist, 'docs/ko'), { recursive: true });
  writeFileSync(join(dist, 'docs', name), text);
}

it('the guide is built when it is first read, and announced until then', async () => {
  expect(builds).toBe(0);
  for (const path of ['/docs/', '/docs/ko/servers']) {
    const { status, text } = await page(path);
    expect(status).toBe(503);
    expect(text).toContain('npm run docs:build');
  }
  expect(builds).toBe(1);
});

it('a page has the address of its file, without its ending', async () => {
  write('index.html', 'the first page');
  write('ko/servers.html', 'Korean servers');
  write('404.html', 'nothing here');
  expect(await page('/docs')).toMatchObject({ status: 200, text: 'the first page' });
  expect(await page('/docs/ko/servers')).toMatchObject({ status: 200, text: 'Korean servers' });
  expect(await page('/docs/nothing')).toMatchObject({ status: 404, text: 'nothing here' });
  expect((await page('/docs/nothing.css')).status).toBe(404);
  expect((await page('/docs/..%2fsecret')).status).toBeGreaterThanOrEqual(400);
});

it('its pages run no inline script, and may not be framed', async () => {
  write('index.html', '');
  const policy = (await page('/docs/')).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});
