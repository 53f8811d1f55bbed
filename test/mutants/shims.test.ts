import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHIMS } from './shims.mjs';

it.each(SHIMS)('can be taken away: $name', ({ module, found }) => {
  const source = readFileSync(existsSync(module) ? module : 'build/preact.mjs', 'utf8');
  expect(source.split(found)).toHaveLength(2);
});
