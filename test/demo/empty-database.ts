import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const { version } = JSON.parse(readFileSync(`${packages}/@electric-sql/pglite/package.json`, 'utf8'));
const folder = `${packages}/.cache/okcashbagapi`;
const file = `${folder}/pglite-${version}.tar`;

/** Makes a cluster the long way and keeps a copy of it. Whoever makes one at the same time makes the same. */
async function makeCluster(): Promise<PGlite> {
  const client = await PGlite.create('memory://');
  const copy = await client.dumpDataDir('none');
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await copy.arrayBuffer()));
  renameSync(unfinished, file);
  return client;
}

/**
 * An embedded database in memory with nothing in it. Making a cluster costs seconds of a processor, so one is made for each
 * version of PGlite and copied from then on: that takes a fifth.
 */
export async function emptyDatabase(): Promise<PGlite> {
  if (!existsSync(file)) return makeCluster();
  return PGlite.create({ dataDir: 'memory://', loadDataDir: new Blob([readFileSync(file)]) });
}
