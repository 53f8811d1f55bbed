import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env]
 * @param {number} [options.timeoutMs]
 * @param {(chunk: string) => void} [options.onOutput]
 * `env` is added to this process's. What the program prints is shown as it comes, or given to `onOutput`.
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 124 when it was stopped after
 * `timeoutMs`.
 */
export function run(program, args, { env = {}, timeoutMs, onOutput } = {}) {
  return new Promise((resolve) => {
    const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.once('error', () => resolve(127));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code ?? 124);
    });
  });
}

const { devEngines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** Building and testing need it; what is published needs less (`engines`). */
const OLDEST_NODE = devEngines.runtime.version.replace('>=', '');

/** Exits with the reason when this version of Node is too old to build and test with. */
export function requireNode() {
  const isOlder = OLDEST_NODE.localeCompare(process.versions.node, 'en', { numeric: true }) > 0;
  if (!isOlder) return;
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
