import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ErrorCode } from '../../contract/errors';
import type { Context } from '../context';
import { ask, transact } from '../services/transact';
import { faults } from './storage/schema';

/**
 * A deliberate fault: a delay, then a dropped connection or an error response. With a delay only, the call then
 * continues normally.
 */
export interface Fault {
  /** A front call, a merchant call, `script`, `popup`, or `*` for every front and merchant call. */
  call: string;
  errorCode?: ErrorCode;
  delayMs?: number;
  /** Closes the connection without a response. */
  drop?: boolean;
  /** The call is carried out first; only its response fails. */
  after?: boolean;
  /** How many times it happens; if absent, until it is cleared. */
  times?: number;
}

const FILES = ['script', 'popup'];

const asFault = (row: typeof faults.$inferSelect): Fault => ({
  call: row.call,
  ...(row.errorCode === null ? {} : { errorCode: row.errorCode as ErrorCode }),
  ...(row.delayMs === null ? {} : { delayMs: row.delayMs }),
  ...(row.drop ? { drop: true } : {}),
  ...(row.after ? { after: true } : {}),
  ...(row.timesLeft === null ? {} : { times: row.timesLeft }),
});

/** Adds a fault. */
export function addFault(context: Context, fault: Fault): Promise<void> {
  return transact(context, async ({ tx }) => {
    await tx.insert(faults).values({
      call: fault.call,
      errorCode: fault.errorCode ?? null,
      delayMs: fault.delayMs ?? null,
      drop: fault.drop ?? false,
      after: fault.after ?? false,
      timesLeft: fault.times ?? null,
    });
  });
}

/** Lists the active faults. `times` is how often each will still happen. */
export function listFaults(context: Context): Promise<Fault[]> {
  return transact(context, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(faults)
      .where(or(isNull(faults.timesLeft), gt(faults.timesLeft, 0)))
      .orderBy(asc(faults.id));
    return rows.map(asFault);
  });
}

export function clearFaults(context: Context): Promise<void> {
  return transact(context, async ({ tx }) => {
    await tx.delete(faults);
  });
}

/**
 * Returns the oldest fault for a call, or undefined, and counts it as having happened. `*` does not apply to script and
 * popup.
 */
export async function takeFault(context: Context, call: string): Promise<Fault | undefined> {
  const names = FILES.includes(call) ? [call] : [call, '*'];
  for (;;) {
    const [row] = await ask(context, (db) =>
      db
        .select()
        .from(faults)
        .where(and(inArray(faults.call, names), or(isNull(faults.timesLeft), gt(faults.timesLeft, 0))))
        .orderBy(asc(faults.id))
        .limit(1),
    );
    if (!row || row.timesLeft === null) return row && asFault(row);
    const counted = await ask(context, (db) =>
      db
        .update(faults)
        .set({ timesLeft: sql`${faults.timesLeft} - 1` })
        .where(and(eq(faults.id, row.id), gt(faults.timesLeft, 0)))
        .returning(),
    );
    // Another call may have used up its last occurrence in the meantime.
    if (counted.length > 0) return asFault(row);
  }
}
