import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHIMS } from './shims.mjs';

it.each(SHIMS)('can be taken away: $name', ({ module, found }) => {
  expect(readFileSync(module, 'utf8').split(found)).toHaveLength(2);
});
