import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { ensureBuild } from '../../scripts/build.mjs';
import { databaseTemplate } from '../../scripts/database-template.mjs';
import { type Addresses, type House, houseAt, startHouse } from './house';

const VARIABLE = 'OKCASHBAG_HOUSES';

/** The house of a worker: the engines that it runs, one after the other, live in the same. */
export function houseOf(parallelIndex: number): House {
  const addresses = (JSON.parse(process.env[VARIABLE] ?? '[]') as Addresses[])[parallelIndex];
  if (!addresses) throw new Error(`No house was built for worker ${parallelIndex}`);
  return houseAt(addresses);
}

/**
 * Before all workers: what is tested is what is served, `dist/front`, built when it is not up to date; then a house for
 * each worker. Starting one costs seconds of a core, so it outlives the worker processes, which end with each engine.
 */
export default async function setUp({ workers, rootDir }: FullConfig): Promise<() => Promise<void>> {
  await ensureBuild();
  // Each made once, for all workers to copy.
  await Promise.all([databaseTemplate('ocb'), databaseTemplate('shop')]);
  const folder = join(rootDir, '../test-results/servers');
  const houses = await Promise.all(Array.from({ length: workers }, (_, i) => startHouse(folder, i)));
  process.env[VARIABLE] = JSON.stringify(houses);
  return async () => {
    await Promise.all(houses.map((house) => house.close()));
  };
}
