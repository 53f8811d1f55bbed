import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock';

/** PostgreSQL's default of 128 MB is for a server of many: it costs this process 100 MB, whatever the database holds. */
const SHARED_BUFFERS = 'shared_buffers=8MB';

/** A process that does nothing but make an empty cluster: it needs 450 MB for that, which only its end gives back. */
const MAKE_CLUSTER = `
import { PGlite } from '${import.meta.resolve('@electric-sql/pglite')}';
await (await PGlite.create(process.argv[1])).close();
`;

/** Makes an empty cluster in a folder, whole or not at all. */
async function makeCluster(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', MAKE_CLUSTER, unfinished]);
  renameSync(unfinished, folder);
}

/** Opens the embedded engine in a folder, and keeps the folder from other processes until `close`. */
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
