import type { Database } from './database';
import { sandbox } from './schema';

/** How far the sandbox's clock is ahead, in ms; 0 before it is seeded. */
export async function clockOffset(tx: Database): Promise<number> {
  const [row] = await tx.select({ ms: sandbox.clockOffsetMs }).from(sandbox);
  return row?.ms ?? 0;
}
