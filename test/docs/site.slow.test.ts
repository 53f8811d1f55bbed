import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { workerBrowser } from '../browser';
import { freshSandbox, ocb } from '../server/fresh-sandbox';

const dist = mkdtempSync(join(tmpdir(), 'site-'));
const site = join(dist, 'docs');
freshSandbox({ distDir: join(dist, 'front') });
const run = promisify(execFile);
const drawPictures = (env = {}) => run(process.execPath, ['build/pictures.mjs'], { env: { ...process.env, ...env } });
let withoutBrowser: string;
// A link to a page that does not exist fails the build.
beforeAll(async () => {
  await ensureBuild();
  withoutBrowser = (await drawPictures({ CHROMIUM_PATH: '/none', PLAYWRIGHT_BROWSERS_PATH: '/none' })).stderr;
  await drawPictures();
  const env = { ...process.env, NODE_ENV: 'production' };
  await run('node_modules/.bin/vitepress', ['build', 'docs', '--outDir', site], { env });
}, 180_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const pages = () =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && name !== '404.html')
    .map((name) => ({
      path: `/docs/${name.replace(/(index)?\.html$/, '')}`,
      html: readFileSync(join(site, name), 'utf8'),
    }));

/** The links of a page, also those of the menus, which lead to the page in the other language. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe('the site', () => {
  it('has every document, each in its language', () => {
    const files = readdirSync('docs').filter((name) => name.endsWith('.md'));
    const expected = files.map((name) =>
      name.endsWith('.ko.md') ? `ko/${name.replace('.ko.md', '.html')}` : name.replace('.md', '.html'),
    );
    const built = readdirSync(site, { recursive: true, encoding: 'utf8' });
    expect(built).toEqual(expect.arrayContaining(expected));
    for (const { path, html } of pages()) {
      expect(html, path).toContain(`<html lang="${path.startsWith('/docs/ko/') ? 'ko' : 'en'}"`);
    }
  });

  it('has no link to a page or a heading that does not exist', () => {
    const all = new Map(pages().map(({ path, html }) => [path, html]));
    const broken = [...all].flatMap(([path, html]) =>
      linksIn(html)
        .map((href) => ({ href, url: new URL(href, `http://site${path}`) }))
        .filter(({ url }) => url.host === 'site' && url.pathname.startsWith('/docs'))
        .filter(({ url }) => {
          const target = all.get(url.pathname);
          const id = decodeURIComponent(url.hash.slice(1));
          return target === undefined || (id !== '' && !target.includes(`id="${id}"`));
        })
        .map(({ href }) => `${path}: ${href}`),
    );
    expect(broken).toEqual([]);
  });

  it('has pictures of the popup in its language, light and dark', () => {
    const html = (path: string) => pages().find((page) => page.path === path)?.html ?? '';
    for (const [path, locale] of [
      ['/docs/quick-start', 'en'],
      ['/docs/ko/quick-start', 'ko'],
    ] as const) {
      const pictures = [...html(path).matchAll(/src="\/docs\/(pictures\/[^"]+)" alt="[^"]+"/g)].map(([, name]) => name);
      expect(pictures).toHaveLength(8);
      for (const name of pictures) {
        expect(name).toMatch(new RegExp(`\\.${locale}\\.(light|dark)\\.png$`));
        expect(existsSync(join(site, `${name}`))).toBe(true);
      }
    }
  });

  it('is built without pictures where there is no browser, and says so', () => {
    expect(withoutBrowser).toBe('No Chromium on this machine: the guide is built without pictures of the popup.\n');
  });

  it('has no inline script and no inline style', () => {
    const inline = pages().filter(({ html }) => /<script(?![^>]* src=)|<style| style="/.test(html));
    expect(inline.map(({ path }) => relative('/docs', path))).toEqual([]);
  });
});

describe('in a browser, the site under the sandbox’s policy', () => {
  it.each(['/docs/', '/docs/ko/quick-start', '/docs/decisions/'])('shows %s without a complaint', async (path) => {
    const context = await (await workerBrowser()).newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(ocb.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('switch').first().click();
    expect(await page.locator('html').getAttribute('class')).toContain('dark');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['/docs/', 'Search', /^\/docs\/(?!ko\/)/],
    ['/docs/ko/', '검색', /^\/docs\/ko\//],
  ])('finds pages by a word, in its language only: %s', async (path, button, address) => {
    const context = await (await workerBrowser()).newContext();
    const page = await context.newPage();
    await page.goto(ocb.url + path);
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('searchbox').fill('mctTransactionId');
    await page.getByRole('option').first().waitFor();
    const found = page.getByRole('option').getByRole('link');
    const addresses = await found.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.length).toBeGreaterThan(1);
    for (const one of addresses) expect(one).toMatch(address);
    await context.close();
  });
});
