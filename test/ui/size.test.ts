import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { built } from './built';

/** The whole popup, with Preact as published. */
const LIMIT = 17_500;
/** What Internet Explorer loads in all: a document with its style, and a script. It knows gzip only. */
const LEGACY_LIMIT = 28_000;

/** The sizes of a built file, each of which is that file. */
function sizesOf(path: string): { brotli: number; gzip: number } {
  const file = `dist/front${path}`;
  const whole = readFileSync(file);
  const brotli = readFileSync(`${file}.br`);
  const gzip = readFileSync(`${file}.gz`);
  expect(brotliDecompressSync(brotli)).toEqual(whole);
  expect(gunzipSync(gzip)).toEqual(whole);
  expect(existsSync(`${file}.map`)).toBe(false);
  return { brotli: brotli.length, gzip: gzip.length };
}

describe.each(['ko', 'en'] as const)('the popup in %s', (locale) => {
  it('is at most 17,500 bytes, brotli', () => {
    expect(sizesOf(built().popup[locale].path).brotli).toBeLessThanOrEqual(LIMIT);
  });

  it('is at most 28,000 bytes for Internet Explorer, gzip, all together', () => {
    const { path, script } = built().popup[locale].legacy;
    const html = readFileSync(`dist/front${path}`, 'utf8');
    const loaded = Array.from(html.matchAll(/ (?:src|href)="([^"]*)"/g), ([, name]) => name);
    expect(loaded).toEqual([script.split('/').pop()]);
    expect(sizesOf(path).gzip + sizesOf(script).gzip).toBeLessThanOrEqual(LEGACY_LIMIT);
  });
});
