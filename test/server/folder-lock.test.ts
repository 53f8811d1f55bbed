import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage as openShop } from '../../demo/shop/storage/database';
import { openStorage as openOcb } from '../../server/storage/database';
import { lockFolder } from '../../server/storage/folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the lock file of a process with this id. */
const leaveFor = (pid: number | string) => writeFileSync(join(folder, 'process.pid'), String(pid));

/** No process has this id. */
const NOBODY = 2 ** 30;

it('a released folder can be locked again', () => {
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it('the lock of a killed process is ignored', () => {
  leaveFor(NOBODY);
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it.each<[string, () => Promise<unknown>]>([
  ['the sandbox', () => openOcb({ databaseUrl: undefined, dataDir: folder }, () => undefined)],
  ['the shop', () => openShop(folder)],
])('%s cannot lock a folder of a running process, and the error says what to do', async (_who, open) => {
  leaveFor(process.ppid);
  await expect(open()).rejects.toThrow(`${folder} is in use by process ${process.ppid}. Stop it, or set DATA_DIR`);
  expect(readdirSync(folder)).toEqual(['process.pid']);
});
