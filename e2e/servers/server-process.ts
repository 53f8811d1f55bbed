import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { PROGRAMS } from '../../scripts/programs.mjs';

const READY_LIMIT_MS = 60_000;

/** A server as a real process, all that it writes in a file. */
export interface ServerProcess {
  logPath: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a server and waits for its ready line on stdout.
 * Rejects with the end of its log when it ends before, or takes more than a minute.
 */
export function startServer(
  name: keyof typeof PROGRAMS,
  env: Record<string, string>,
  readyLine: string,
  logPath: string,
): Promise<ServerProcess> {
  const log = createWriteStream(logPath, { flags: 'a' });
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAMS[name]], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let ready = false;
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${PROGRAMS[name]} ${why}\n${output.slice(-2000)}`));
    const timer = setTimeout(() => fail('was not ready in time'), READY_LIMIT_MS);
    const hear = (chunk: Buffer) => {
      log.write(chunk);
      if (ready) return;
      output += chunk;
      if (!output.includes(readyLine)) return;
      ready = true;
      clearTimeout(timer);
      resolve({ logPath, stop: (signal = 'SIGTERM') => stop(child, signal) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (!ready) fail(`ended with code ${code}`);
    });
  });
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
