import { and, eq, lt, or } from 'drizzle-orm';
import { type Posting, type TransactionRow, written } from './ledger';
import { reservations } from './ledger-schema';
import { type Database, run, type Statement } from './statement';

export type Reservation = typeof reservations.$inferSelect;

/** The outcome of a reserved request. */
export interface Verdict {
  code: string;
  detail: string | null;
  nxAuthDay: string;
  /** Present if approved. */
  nxAuthNo?: string;
}

/**
 * Reserves what a posting takes, with the given statement runner. Returns false if its id is taken, or if another
 * request in progress spends its token or follows the same transaction.
 */
export async function reserve(
  runs: (statement: Statement) => Promise<{ reserved: boolean }[]>,
  posting: Posting,
  until: number,
): Promise<boolean> {
  const values = [JSON.stringify(written(posting)), posting.transaction.contentHash, until];
  const [row] = await runs({ name: 'ledger_reserve', text: 'select ledger_reserve($1, $2, $3) as reserved', values });
  return row?.reserved === true;
}

/** Returns the request in progress with this merchant id. */
export async function reservationOf(
  db: Database,
  nxMctNo: string,
  mctTransactionId: string,
): Promise<Reservation | undefined> {
  const [row] = await db
    .select()
    .from(reservations)
    .where(and(eq(reservations.nxMctNo, nxMctNo), eq(reservations.mctTransactionId, mctTransactionId)));
  return row;
}

/** Returns a request in progress by its ocbTransactionId. */
export async function reservationById(db: Database, id: string): Promise<Reservation | undefined> {
  const [row] = await db.select().from(reservations).where(eq(reservations.id, id));
  return row;
}

/**
 * Returns the request in progress that conflicts with a posting: it spends the same token or follows the same
 * transaction.
 */
export async function reservationBefore(
  db: Database,
  { spends, transaction }: Posting,
): Promise<Reservation | undefined> {
  const { originalId } = transaction;
  const same = [
    ...(spends === undefined ? [] : [eq(reservations.spends, spends)]),
    ...(originalId === null ? [] : [eq(reservations.originalId, originalId)]),
  ];
  if (same.length === 0) return undefined;
  const [row] = await db
    .select()
    .from(reservations)
    .where(or(...same));
  return row;
}

/** Returns the reservations whose time is over and that nobody has asked about. */
export const overdueReservations = (db: Database, now: number): Promise<Reservation[]> =>
  db.select().from(reservations).where(lt(reservations.until, now)).limit(100);

/** Settles a reservation with a verdict. Returns false if another call has already ended it. */
export async function settleReservation(db: Database, id: string, verdict: Verdict): Promise<boolean> {
  const { code, detail, nxAuthDay, nxAuthNo } = verdict;
  const said = { code, detail, nx_auth_day: nxAuthDay, ...(nxAuthNo && { nx_auth_no: nxAuthNo }) };
  const [row] = await run<{ settled: boolean }>(db, {
    name: 'ledger_settle',
    text: 'select ledger_settle($1, $2) as settled',
    values: [id, JSON.stringify(said)],
  });
  return row?.settled === true;
}

/** Deletes the reservation of a request that was never carried out, as if it had not arrived. */
export async function dropReservation(db: Database, id: string): Promise<void> {
  await db.delete(reservations).where(eq(reservations.id, id));
}

/** Returns a reservation's request. */
export function requestOf({ posting }: Pick<Reservation, 'posting'>) {
  const { transaction: row } = posting;
  return {
    id: row.id as string,
    kind: row.kind as Exclude<TransactionRow['kind'], 'OPENING'>,
    nxMctNo: row.nx_mct_no as string,
    mctTransactionId: row.mct_transaction_id as string,
    originalId: row.original_id as string | null,
    memberId: row.member_id as number | null,
    mctAmount: row.mct_amount as number,
    ocbPoint: row.ocb_point as number,
    dutumPoint: row.dutum_point as number,
    chargePoint: row.charge_point as number,
  };
}
