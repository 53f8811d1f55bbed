import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROGRAMS } from './programs.mjs';
import { root } from './run.mjs';

/**
 * Databases for tests: making a cluster, its tables and its seed costs seconds of a processor, copying one that is made
 * a fraction of that. So each program makes one in an empty folder, as it does for a newcomer, and tests begin with
 * copies.
 */

/** What a database is made from, beside the versions of the packages. */
const SOURCES = {
  ocb: [
    'server/sandbox/seed',
    'server/sandbox/seed.ts',
    'server/sandbox/storage',
    'server/storage',
    'server/services/accounts.ts',
    'server/services/secrets.ts',
    'server/config.ts',
  ],
  shop: ['demo/shop/storage'],
};
const ENVIRONMENT = {
  ocb: { OCB_PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'fatal' },
  // Credentials of nobody: then the shop asks nobody for them.
  shop: {
    SHOP_PORT: '0',
    LOG_LEVEL: 'fatal',
    OKCASHBAG_NX_MCT_NO: '1',
    OKCASHBAG_NX_MCT_CORP_NO: '1',
    OKCASHBAG_BASIC_AUTH: 'none',
    OKCASHBAG_AES_KEY: '0'.repeat(32),
    OKCASHBAG_AES_IV: '0'.repeat(32),
  },
};

const cache = join(root, 'node_modules/.cache/okcashbagapi');

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];

/** The same for the same packages, migrations and seed. */
function fingerprint(program) {
  const hash = createHash('sha256');
  const sources = SOURCES[program].flatMap((path) => filesIn(join(root, path)));
  for (const path of [...sources, join(root, 'package-lock.json')]) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Lets a program make its database in an empty folder. */
async function makeDatabase(program, folder) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAMS[program]], {
    cwd: root,
    env: { ...process.env, ...ENVIRONMENT[program], DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const ready = once(createInterface({ input: child.stdout }), 'line');
  await Promise.race([ready, ended]);
  child.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`${PROGRAMS[program]} could not make its database: it ended with ${code}`);
}

async function makeTemplate(program, file) {
  const { PGlite } = await import('@electric-sql/pglite');
  const folder = mkdtempSync(join(tmpdir(), `okcashbag-${program}-`));
  try {
    await makeDatabase(program, folder);
    const client = await PGlite.create(join(folder, 'pglite'));
    const copy = await client.dumpDataDir('none');
    await client.close();
    mkdirSync(cache, { recursive: true });
    // Renamed when it is complete: whoever makes one at the same time makes the same.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.from(await copy.arrayBuffer()));
    renameSync(unfinished, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const name of readdirSync(cache)) {
    const isOld = name.startsWith(`${program}-`) && name.endsWith('.tar') && join(cache, name) !== file;
    if (isOld) rmSync(join(cache, name), { force: true });
  }
}

/**
 * The database of a program as it is after its first start: a tar of PGlite's folder, made when there is none for
 * today's packages, migrations and seed.
 * @param {'ocb' | 'shop'} program
 * @returns {Promise<string>} its path
 */
export async function databaseTemplate(program) {
  const file = join(cache, `${program}-${fingerprint(program)}.tar`);
  if (!existsSync(file)) await makeTemplate(program, file);
  return file;
}

/**
 * Puts a copy of a program's first database where the program looks for it.
 * @param {'ocb' | 'shop'} program
 * @param {string} dataDir the program's DATA_DIR
 */
export async function copyDatabase(program, dataDir) {
  const folder = join(dataDir, 'pglite');
  const file = await databaseTemplate(program);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { status, stderr } = spawnSync('tar', ['-xf', file, '-C', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tar could not copy the database: ${stderr}`);
}
