import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ErrorCode } from '../../contract/errors';
import { FRONT_CALLS } from '../../contract/front-api';
import { MERCHANT_CALLS } from '../../contract/merchant-api';
import type { Context } from '../context';
import { ask, transact } from '../services/transact';
import { faults } from './storage/schema';

/** What the sandbox does wrong on purpose: it waits, then drops the connection or answers an error, else goes on as usual. */
export interface Fault {
  /** A front call, a merchant call, `script`, `popup`, or `*` for every front and merchant call. */
  call: string;
  errorCode?: ErrorCode;
  delayMs?: number;
  /** Closes the connection without an answer. */
  drop?: boolean;
  /** The call is carried out first: what goes wrong is its answer. */
  after?: boolean;
  /** How often; until cleared when absent. */
  times?: number;
}

/** What a fault can be set for. */
export const FAULT_CALLS: readonly string[] = [
  ...Object.keys(FRONT_CALLS),
  ...Object.keys(MERCHANT_CALLS),
  'script',
  'popup',
  '*',
];

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

/** The faults in force, `times` being how often each will still happen. */
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

/** The fault that a call must suffer now, counted as having happened; the oldest one for it. `*` spares script and popup. */
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
    // Another call may have had its last time meanwhile.
    if (counted.length > 0) return asFault(row);
  }
}
