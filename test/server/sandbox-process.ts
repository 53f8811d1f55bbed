import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/sandbox/main.ts', import.meta.url));

/** A sandbox in a separate process. */
export interface SandboxProcess {
  url: string;
  /** Kills it, as a power failure would. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

const running: ChildProcess[] = [];

/** Kills processes that a failed test left behind. */
export function killAll(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}

/** Starts a sandbox with settings from the environment, on a free port. */
export async function startProcess(env: Record<string, string>): Promise<SandboxProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, OCB_PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    ended.then((code) => reject(new Error(`the sandbox ended with ${code}`)));
  });
  const [, url] = /^OCB sandbox ready: (http:\/\/127\.0\.0\.1:\d+)$/.exec(await ready) ?? [];
  if (url === undefined) throw new Error('the sandbox did not say where it is');
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { url, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}
