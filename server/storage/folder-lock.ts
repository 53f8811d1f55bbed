import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Locks a folder for this process, because two embedded databases in one folder destroy it. The lock file of a killed
 * process names a process that no longer exists and is ignored. Returns a function that releases the lock. Throws if
 * another process holds it.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'process.pid');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (isAlive(owner)) {
      throw new Error(
        `${folder} is in use by process ${owner}. Stop it, or set DATA_DIR to another folder. ` +
          `If that process is something else, delete ${file}.`,
      );
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}
