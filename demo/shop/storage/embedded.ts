import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const program = fileURLToPath(new URL('./create-cluster.mjs', import.meta.url));

/** PostgreSQL's default of 128 MB suits a shared server. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/**
 * Creates an empty database, completely or not at all. It takes 450 MB of memory, which only the end of a process
 * releases.
 */
async function create(database: string): Promise<void> {
  const unfinished = `${database}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const [code] = await once(fork(program, [unfinished], { execArgv: [] }), 'exit');
  if (code !== 0) throw new Error(`The database ${database} could not be created`);
  renameSync(unfinished, database);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two processes would destroy the database. Throws if another one that is alive has claimed the folder. */
function claim(folder: string, file: string): void {
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : process.pid;
  if (owner !== process.pid && isAlive(owner)) {
    throw new Error(`${folder} is in use by process ${owner}. Stop it, or set DATA_DIR to another folder.`);
  }
  writeFileSync(file, `${process.pid}`);
}

/** Opens the database in a folder, for this process alone until `close`. */
export async function openEmbedded(folder: string): Promise<{ client: PGlite; close: () => Promise<void> }> {
  const claimed = join(folder, 'process.pid');
  const database = join(folder, 'pglite');
  mkdirSync(folder, { recursive: true });
  claim(folder, claimed);
  const release = () => rmSync(claimed, { force: true });
  try {
    if (!existsSync(database)) await create(database);
    const client = await PGlite.create(database, { startParams });
    return { client, close: () => client.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}
