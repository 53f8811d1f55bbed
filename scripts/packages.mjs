import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Whether `node_modules` is what the lock file says: every package that this platform needs, in its version. npm writes
 * what it installed to `node_modules/.package-lock.json`; packages of other platforms are optional there and may be
 * missing.
 */
export function packagesMatchLock(folder = root) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages;
  const installed = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.version === entry.version : entry.optional === true;
  });
}

/**
 * Installs the packages of the lock file when they are missing or differ from it, without `prepare`: npm start and npm
 * test build by themselves.
 */
export async function ensurePackages() {
  if (packagesMatchLock()) return;
  console.log('Installing packages (npm ci) …');
  const code = await run('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit']);
  if (code !== 0) throw new Error('npm ci failed: is the package registry reachable from here?');
}
