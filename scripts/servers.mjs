import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PROGRAMS } from './programs.mjs';
import { root } from './run.mjs';

const READY_LIMIT_MS = 60_000;
const TAIL_CHARACTERS = 3000;
const children = new Set();

/** Throws, in words that help, when a port cannot be listened on. */
export function requireFreePort(host, port, variable, purpose) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }) => {
      const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
      reject(
        new Error(`Port ${port} for ${purpose} ${why}. Stop that program, or choose a port: ${variable}=… npm start`),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * Starts a server and waits for the line that says that it listens. What it writes goes to `.data/logs/{name}.log`.
 * When it ends by itself later, everything ends: half a demo misleads.
 */
export function startServer(name, env, readyLine) {
  const logs = join(root, '.data/logs');
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${name}.log`));
  let tail = '';
  const keep = (chunk) => {
    log.write(chunk);
    tail = (tail + chunk).slice(-TAIL_CHARACTERS);
  };
  // Its own process group: Ctrl-C then reaches it through stopAll alone, in the right order.
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAMS[name]], {
    cwd: root,
    // A folder of its own for each: a folder is one program's.
    env: { ...process.env, DATA_DIR: join(process.env.DATA_DIR ?? '.data', name), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  children.add(child);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    const fail = (why) => {
      reject(new Error(`${tail}\n\n${PROGRAMS[name]} ${why}. Its log: .data/logs/${name}.log`));
    };
    const timer = setTimeout(() => fail(`was not ready after ${READY_LIMIT_MS / 1000} s`), READY_LIMIT_MS);
    let ready = false;
    let said = '';
    child.stdout.on('data', (chunk) => {
      keep(chunk);
      said += ready ? '' : chunk;
      if (ready || !said.includes(readyLine)) return;
      ready = true;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      children.delete(child);
      clearTimeout(timer);
      if (!ready) return fail(`ended with code ${code} before it was ready`);
      if (child.stopping) return;
      console.error(`${PROGRAMS[name]} ended with code ${code}. Its log: .data/logs/${name}.log`);
      stopAll('SIGTERM').then(() => process.exit(1));
    });
  });
}

/** Stops what was started, the last first, and waits for it. */
export async function stopAll(signal) {
  for (const child of [...children].reverse()) {
    child.stopping = true;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill(signal)) await ended;
  }
}
