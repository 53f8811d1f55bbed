import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';

/** A private PostgreSQL for a test. */
export interface Cluster {
  /** Creates an empty database and returns its URL. */
  database(): Promise<string>;
  /** Ends the server at once, as a crash would, and starts it again. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Returns the folder of PostgreSQL's programs: Debian's newest, else from PATH. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

const BIN = binaries();

/** Whether the tests with PostgreSQL can run here. */
export const hasPostgres = BIN !== undefined;

/** Where the sandbox keeps its tables. */
export type Engine = 'pglite' | 'postgres';

/** The engines to test. PGlite is always available. */
export const ENGINES: readonly Engine[] = hasPostgres ? ['pglite', 'postgres'] : ['pglite'];

/** PostgreSQL refuses to run as root, so run it as its own user or as nobody. */
export function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') };
  } catch (_noSuchUser) {
    return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (const until = Date.now() + 30_000; ; ) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Starts a private PostgreSQL in a temporary folder, on a socket instead of a port, so that parallel tests cannot
 * collide. Without fsync unless requested, because no test crashes the machine.
 */
export async function startCluster({ fsync = false } = {}): Promise<Cluster> {
  if (BIN === undefined) throw new Error('PostgreSQL is not installed (Debian: apt install postgresql)');
  const bin = BIN;
  const folder = mkdtempSync(join(tmpdir(), 'ocb-pg-'));
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'ocb', '--auth=trust', '--no-sync', '-E', 'UTF8'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const urlOf = (name: string) => `postgresql://ocb@localhost/${name}?host=${encodeURIComponent(folder)}`;
  let server: ChildProcess | undefined;
  const start = async () => {
    const settings = [
      '-c',
      'listen_addresses=',
      '-c',
      `fsync=${fsync ? 'on' : 'off'}`,
      '-c',
      `unix_socket_directories=${folder}`,
    ];
    server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...user, cwd: folder, stdio: 'ignore' });
    await untilItAnswers(urlOf('postgres'));
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (!server || server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once('exit', () => resolve());
      server.kill(signal);
    });
  await start();
  let databases = 0;
  return {
    database: async () => {
      databases += 1;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ocb${databases}`);
      await client.end();
      return urlOf(`ocb${databases}`);
    },
    // SIGQUIT: an immediate shutdown, recovered from at the next start.
    crash: () => end('SIGQUIT'),
    restart: start,
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
