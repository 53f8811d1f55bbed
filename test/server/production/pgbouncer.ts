import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, vi } from 'vitest';
import { unprivileged } from '../postgres';
import { freePort } from './nginx';

const versionOf = (program: string) => spawnSync(program, ['-V'], { encoding: 'utf8' }).stdout ?? '';

/** Debian installs it outside a user's PATH. PGBOUNCER_PATH is another, for a newer version. */
const PROGRAM =
  process.env.PGBOUNCER_PATH ??
  ['/usr/sbin/pgbouncer', 'pgbouncer'].find((name) => existsSync(name) || versionOf(name) !== '');

export const hasPgbouncer = PROGRAM !== undefined;

const [, major = 0, minor = 0] = /PgBouncer (\d+)\.(\d+)/.exec(PROGRAM ? versionOf(PROGRAM) : '') ?? [];

/** Before 1.21 it does not know named statements, which the ledger uses, in transaction mode. */
export const MODE = Number(major) > 1 || Number(minor) >= 21 ? 'transaction' : 'session';

/** A configuration as docs/operating.md describes it. */
const configuration = (folder: string, port: number, postgres: string) => `
[databases]
* = host=${postgres} user=ocb
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
logfile = ${folder}/log
pool_mode = ${MODE}
ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout
${
  MODE === 'transaction'
    ? // Far fewer than the servers have: so that what one prepares another runs.
      'default_pool_size = 4\nmax_prepared_statements = 100'
    : 'default_pool_size = 40'
}
`;

/** Starts a PgBouncer in front of a test's PostgreSQL. */
export async function startPgbouncer(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (PROGRAM === undefined) throw new Error('PgBouncer is not installed (Debian: apt-get install pgbouncer)');
  const direct = new URL(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'ocb-pgbouncer-'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, configuration(folder, port, direct.searchParams.get('host') ?? ''));
  // It refuses to run as root.
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const child = spawn(PROGRAM, [file], { ...user, cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const url = `postgresql://ocb@127.0.0.1:${port}${direct.pathname}`;
  await vi.waitFor(
    async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await client.end();
    },
    { timeout: 20_000 },
  );
  return {
    url,
    stop: async () => {
      // At once: SIGINT would wait for its clients.
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
