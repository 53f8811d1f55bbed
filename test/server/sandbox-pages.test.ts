import { expect, it } from 'vitest';
import { LOCALES } from '../../contract/locales';
import { freshSandbox, ocb } from './fresh-sandbox';
import { request } from './sandbox-controls';

freshSandbox();

const PAGES = ['/', '/phone', '/docs/reference', '/sandbox/gallery'];
const STATE = '/sandbox/gallery?state=card';
const textOf = async (path: string) => (await fetch(ocb.url + path)).text();

it.each(PAGES)('%s loads only its own files', async (path) => {
  const { status, headers } = await request('GET', path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none';script-src 'self';style-src 'self'");
  expect(policy).not.toContain('unsafe');
  const isGallery = path === '/sandbox/gallery';
  expect(policy).toContain(`frame-ancestors ${isGallery ? "'self'" : "'none'"}`);
  expect(headers.get('x-frame-options')).toBe(isGallery ? 'SAMEORIGIN' : 'DENY');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

it('every file of a page exists', async () => {
  for (const page of [...PAGES, STATE, `${STATE}&browsers=legacy`]) {
    const html = await textOf(page);
    const files = [...html.matchAll(/(?:src|href)="(\/sandbox\/[^"?]+\.\w+)"/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect((await fetch(ocb.url + file)).status).toBe(200);
  }
});

it.each(LOCALES)('every page has its texts in the language, and links to the other languages: %s', async (locale) => {
  for (const page of PAGES) {
    const html = await textOf(`${page}?lang=${locale}`);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html, 'a place without its text').not.toMatch(/%\w+%|undefined/);
    for (const other of LOCALES) {
      expect(html.includes(`<a href="?lang=${other}" lang="${other}"`)).toBe(other !== locale);
    }
    expect((await textOf(page)) === html).toBe(locale === LOCALES[0]);
  }
});

it.each(LOCALES)(
  "a state of the popup has the popup's own screens and style, and is no markup itself: %s",
  async (locale) => {
    const html = await textOf(`/sandbox/gallery?lang=${locale}&state=${encodeURIComponent('<script>')}`);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain('<title>&#60;script&#62;</title>');
    for (const file of [`modern.${locale}.js`, `legacy.${locale}.js`]) {
      expect((await fetch(`${ocb.url}/sandbox/gallery/${file}`)).headers.get('content-type')).toContain('javascript');
    }
  },
);
