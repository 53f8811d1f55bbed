import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { built } from './built';

/** What fits into the first flight of a TCP connection: the whole popup comes in one. */
const LIMIT = 14_000;

test.each(['ko', 'en'] as const)('the popup in %s is at most 14,000 bytes, brotli', (locale) => {
  const { path } = built().popup[locale];
  const file = `dist/front${path}`;
  const html = readFileSync(file);
  const brotli = readFileSync(`${file}.br`);
  const gzip = readFileSync(`${file}.gz`);
  expect(brotliDecompressSync(brotli)).toEqual(html);
  expect(gunzipSync(gzip)).toEqual(html);
  expect(existsSync(`${file}.map`)).toBe(false);
  expect(brotli.length).toBeLessThanOrEqual(LIMIT);
});
