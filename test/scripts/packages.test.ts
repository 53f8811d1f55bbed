import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagesMatchLock } from '../../scripts/packages.mjs';

describe('packagesMatchLock', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okcashbag-packages-'));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (path: string, packages: object) => writeFileSync(join(folder, path), JSON.stringify({ packages }));
  const lock = {
    '': { name: 'root' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '2.0.0', optional: true },
  };

  it.each<[string, object, boolean]>([
    ['the same', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one missing', {}, false],
    [
      'another version of an optional one',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-darwin': { version: '1' } },
      false,
    ],
  ])('installed: %s', (_, installed, expected) => {
    write('package-lock.json', lock);
    write('node_modules/.package-lock.json', installed);
    expect(packagesMatchLock(folder)).toBe(expected);
  });

  it('is false when nothing is installed', () => {
    write('package-lock.json', lock);
    expect(packagesMatchLock(folder)).toBe(false);
  });
});
