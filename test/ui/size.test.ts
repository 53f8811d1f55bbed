import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { built } from './built';

/** The whole popup, with Preact as published. */
const LIMIT = 22_000;
/** What fits into the first flight of a TCP connection. */
const FIRST_FLIGHT = 14_000;
/** What Internet Explorer loads in all: a document with its style, and a script. It knows gzip only. */
const LEGACY_LIMIT = 34_000;

/** The sizes of a built file, each of which is that file. */
function sizesOf(path: string): { brotli: number; gzip: number } {
  const file = `dist/front${path}`;
  const whole = readFileSync(file);
  const brotli = readFileSync(`${file}.br`);
  const gzip = readFileSync(`${file}.gz`);
  expect(brotliDecompressSync(brotli).equals(whole)).toBe(true);
  expect(gunzipSync(gzip).equals(whole)).toBe(true);
  expect(existsSync(`${file}.map`)).toBe(false);
  return { brotli: brotli.length, gzip: gzip.length };
}

describe.each(['ko', 'en'] as const)('the popup in %s', (locale) => {
  it('is at most 22,000 bytes, brotli', () => {
    expect(sizesOf(built().popup[locale].path).brotli).toBeLessThanOrEqual(LIMIT);
  });

  it('shows its look and the shape of its first screen, and answers the page, with the first 14,000 bytes', () => {
    const start = readFileSync(`dist/front${built().popup[locale].path}.br`).subarray(0, FIRST_FLIGHT);
    const html = brotliDecompressSync(start, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
    expect(html).toMatch(/<style>.*<\/style>.*<div id="popup">.*<\/div><script>.*<\/script>.*<script type="module">/);
  });

  it('is at most 34,000 bytes for Internet Explorer, gzip, all together', () => {
    const { path, script } = built().popup[locale].legacy;
    const html = readFileSync(`dist/front${path}`, 'utf8');
    const loaded = Array.from(html.matchAll(/ (?:src|href)="([^"]*)"/g), ([, name]) => name);
    expect(loaded).toEqual([script.split('/').pop()]);
    expect(sizesOf(path).gzip + sizesOf(script).gzip).toBeLessThanOrEqual(LEGACY_LIMIT);
  });
});
