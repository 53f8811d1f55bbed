import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startCluster } from '../test/server/postgres';
import { environment } from '../test/server/production/production';

const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));

/** A server that answers at `url`. */
export interface Program {
  url: string;
  stop(): void;
}

/** Starts a server, which prints one line that ends with its address. Its log is written, but nobody reads it. */
export async function startProgram(args: string[], env: NodeJS.ProcessEnv): Promise<Program> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { url: line.replace(/^.*ready: /, ''), stop: () => child.kill('SIGKILL') };
}

/** Starts the production server, as built, on a PostgreSQL of its own. `env` is its environment. */
export async function startProduction(): Promise<Program & { env: NodeJS.ProcessEnv; stop(): Promise<void> }> {
  const cluster = await startCluster();
  const database = await cluster.database();
  const env = { ...environment(database, database), LOG_LEVEL: 'info', OCB_CALLS_PER_ADDRESS: '999999999' };
  execFileSync(process.execPath, [main, 'migrate'], { env });
  const server = await startProgram([main], env);
  const stop = async () => {
    server.stop();
    await cluster.stop();
  };
  return { url: server.url, env, stop };
}
