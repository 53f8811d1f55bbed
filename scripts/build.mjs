import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const SOURCES = [
  'build',
  'client',
  'contract',
  'doctor',
  'merchant',
  'releases',
  'src',
  'ui',
  'package-lock.json',
  '.browserslistrc',
  'rollup.config.mjs',
  'tsconfig.json',
];

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), stat.mtimeMs);
}

const BUILT = ['dist/front/manifest.json', 'dist/front/js/okcashbagapi.js', 'dist/client/index.d.ts'];

/** Whether something that is built is missing, or older than something that it is built from. */
export function buildIsStale() {
  return (
    Math.min(...BUILT.map((name) => newest(join(root, name)))) <
    Math.max(...SOURCES.map((name) => newest(join(root, name))))
  );
}

/** Builds `dist` when it is stale. */
export async function ensureBuild() {
  if (!buildIsStale()) return;
  console.log('Building dist …');
  const code = await run('npm', ['run', '--silent', 'build']);
  if (code !== 0) throw new Error('The build failed; what it said stands above.');
}
