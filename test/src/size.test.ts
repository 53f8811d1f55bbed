import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

it('is at most 4,000 bytes on the merchant’s page (gzip -9)', () => {
  expect(gzipSync(readFileSync('dist/front/js/okcashbagapi.js'), { level: 9 }).length).toBeLessThanOrEqual(4000);
});
