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

/** What a process of this number would have left there. */
const leaveFor = (pid: number | string) => writeFileSync(join(folder, 'process.pid'), String(pid));

/** No system gives this number to a process. */
const NOBODY = 2 ** 30;

it('gives the folder back', () => {
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it('takes over what a killed process left behind', () => {
  leaveFor(NOBODY);
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

it.each<[string, () => Promise<unknown>]>([
  ['the sandbox', () => openOcb({ databaseUrl: undefined, dataDir: folder }, () => undefined)],
  ['the shop', () => openShop(folder)],
])('keeps %s out of a folder that a living process has, and says what to do', async (_who, open) => {
  leaveFor(process.ppid);
  await expect(open()).rejects.toThrow(`${folder} is in use by process ${process.ppid}. Stop it, or set DATA_DIR`);
  expect(readdirSync(folder)).toEqual(['process.pid']);
});
