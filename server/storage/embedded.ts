import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock';

/**
 * PostgreSQL's default of 128 MB suits a shared server; here it costs 100 MB of memory, whatever the database holds.
 */
const SHARED_BUFFERS = 'shared_buffers=8MB';

/**
 * Creates an empty cluster in a separate process. That takes 450 MB of memory, which only the end of a process
 * releases.
 */
const MAKE_CLUSTER = `
import { PGlite } from '${import.meta.resolve('@electric-sql/pglite')}';
await (await PGlite.create(process.argv[1])).close();
`;

/** Creates an empty cluster in a folder, completely or not at all. */
async function makeCluster(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', MAKE_CLUSTER, unfinished]);
  renameSync(unfinished, folder);
}

/** Opens the embedded engine in a folder, and locks the folder against other processes until `close`. */
export async function openEmbedded(folder: string): Promise<{ client: PGlite; close: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const cluster = join(folder, 'pglite');
  try {
    if (!existsSync(cluster)) await makeCluster(cluster);
    const startParams = [...PGlite.defaultStartParams, '-c', SHARED_BUFFERS];
    const client = await PGlite.create(cluster, { startParams });
    return { client, close: () => client.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
