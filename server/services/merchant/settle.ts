import { type ErrorCode, rowOf } from '../../../contract/errors';
import { APPROVED } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import type { Database } from '../../storage/database';
import {
  findTransaction,
  type NewEntry,
  type Posting,
  post,
  type TransactionRow,
  transactionById,
  written,
} from '../../storage/ledger';
import type { Kind } from '../../storage/ledger-schema';
import { reservationBefore, reservationOf, reserve } from '../../storage/reservations';
import { Refusal } from '../refusal';
import { tokenHash } from '../secrets';
import { seoulDay } from '../time';
import { ask, transact, type Work } from '../transact';
import type { Merchant } from './merchants';
import { awaitEnd, carryOut } from './undecided';

/** Whether a code is the refusal of a request that arrived, for good: it is written down, and `/result` tells it. */
export const isRefusal = (code: ErrorCode): boolean =>
  (code === '2302' || /^[34]/.test(code)) && rowOf(code)?.outcome !== 'unknown';

/** A request under an id of the merchant's own. */
export interface Asked {
  kind: Kind;
  mctTransactionId: string;
  /** All that it asks for, in one order: two requests with equal content are one request sent twice. */
  content: readonly unknown[];
}

/** How a call is to be answered, apart from what it asks for. */
export interface Circumstances {
  /** Aborted once 4001 has been answered: what has not been sent to be written by then never is. */
  signal?: AbortSignal;
  /** What the request is refused with, whatever it asks for. */
  refuseWith?: Refusal | undefined;
}

/** What is written down of a request, approved or refused. Amounts are won, points are points. */
type Facts = Partial<
  Pick<TransactionRow, 'memberId' | 'originalId' | 'mctAmount' | 'ocbPoint' | 'dutumPoint' | 'chargePoint'>
>;

/** How a kind of request is settled. */
export interface Rules<L, A> {
  /** Locks the request's id, then locks and reads what the decision needs; its statements are sent at once. */
  open(tx: Database): Promise<L>;
  /**
   * Says what the request comes to. A Refusal that it returns as it is leaves nothing behind: a request that the merchant may not
   * make.
   */
  decide(work: Work, found: L): Promise<Outcome | Refusal>;
  /** The answer to an approved request, the first time and every other, from its row. */
  answer(row: TransactionRow): A;
}

/** Opens a request by `lock`, and `look` right behind it: both are under way together, and the lock was asked for first. */
export async function openWith<L>(lock: Promise<void>, look: Promise<L>): Promise<L> {
  const [, found] = await Promise.all([lock, look]);
  return found;
}

/** What a request comes to: it moves points, or is refused. A refusal is written down too, and the same id gets it again. */
export interface Outcome extends Facts, Pick<Posting, 'spends'> {
  refusal?: Refusal;
  movements?: readonly NewEntry[];
  /** The userAuthToken in the answer, the salt that it is derived with, and the PIN that it is good for. */
  userAuth?: { token: string; salt: string; pinVersion: number };
}

const sameId = () => new Refusal('1000', { detail: 'mctTransactionId was used for another request' });

/** How a refusal is told again. */
const refusalOf = ({ code, detail }: TransactionRow): Refusal =>
  new Refusal(code as ErrorCode, detail === null ? {} : { detail });

const NOTHING = { memberId: null, originalId: null, mctAmount: 0, ocbPoint: 0, dutumPoint: 0, chargePoint: 0 };

/** What is to be written of a request and what it comes to. */
function postingOf(
  { now, random }: Work,
  request: Pick<TransactionRow, 'kind' | 'nxMctNo' | 'mctTransactionId' | 'contentHash'>,
  { refusal, movements = [], userAuth, spends, ...facts }: Outcome,
): Posting {
  const nxAuthDay = seoulDay(now);
  return {
    transaction: {
      ...request,
      ...NOTHING,
      ...facts,
      id: `${nxAuthDay}${random(16).toString('hex')}`,
      code: refusal?.code ?? APPROVED,
      detail: refusal?.details.detail ?? null,
      nxAuthDay,
      userAuthSalt: userAuth?.salt ?? null,
      at: now,
    },
    movements,
    spends,
    gives: userAuth && { tokenHash: tokenHash(userAuth.token), pinVersion: userAuth.pinVersion },
  };
}

/** How far one try to settle a request came. */
type Stage<A> = { answer: A } | { reserved: Posting; until: number } | { before: string };

/**
 * Settles a request once (SPEC, "Server API"): whoever sends it again, at any time and in parallel, gets what came of the first, and
 * the same id with other content gets 1000. What is not refused here is reserved, carried out by the providers outside of any
 * transaction, and settled by their answer (docs/decisions/0010). A request that another one is in the way of waits for its end.
 */
export async function settle<L, A>(
  context: Context,
  { nxMctNo }: Merchant,
  { kind, mctTransactionId, content }: Asked,
  { signal, refuseWith }: Circumstances,
  { open, decide, answer }: Rules<L, A>,
): Promise<A> {
  const contentHash = tokenHash(JSON.stringify([kind, ...content]));
  const told = (row: TransactionRow): { answer: A } | Refusal =>
    row.code === APPROVED ? { answer: answer(row) } : refusalOf(row);

  /** What came of the id before, or that it is under way: the same again, unless it was for something else. */
  const again = async ({ tx }: Work): Promise<Stage<A> | Refusal | undefined> => {
    const row = await findTransaction(tx, nxMctNo, mctTransactionId);
    if (row) return row.contentHash === contentHash ? told(row) : sameId();
    const underWay = await reservationOf(tx, nxMctNo, mctTransactionId);
    return underWay && (underWay.contentHash === contentHash ? { before: underWay.id } : sameId());
  };

  const body = async (work: Work, found: L): Promise<Stage<A> | Refusal> => {
    // `/result` waits for this transaction, so that a 4001 and what it tells agree.
    signal?.throwIfAborted();
    const outcome: Outcome | Refusal = refuseWith ? { refusal: refuseWith } : await decide(work, found);
    // Nearly every id is new: whether one is not, the writing tells, and is asked for only then.
    if (outcome instanceof Refusal) return (await again(work)) ?? outcome;
    const posting = postingOf(work, { kind, nxMctNo, mctTransactionId, contentHash }, outcome);
    signal?.throwIfAborted();
    if (outcome.refusal) {
      const row = await post(work.last, posting);
      return row ? told(row) : ((await again(work)) as Stage<A> | Refusal);
    }
    const until = work.now + context.config.approvalMayTakeMs;
    if (await reserve(work.last, posting, until)) return { reserved: posting, until };
    const before = (await again(work)) ?? (await reservationBefore(work.tx, posting));
    // What was in the way may have come to its end meanwhile: it is tried again.
    if (!before) return { before: posting.transaction.id };
    return 'posting' in before ? { before: before.id } : before;
  };

  for (;;) {
    const stage = await transact<Stage<A>, L>(context, body, open);
    if ('answer' in stage) return stage.answer;
    if ('before' in stage) {
      await awaitEnd(context, stage.before);
      continue;
    }
    const { id } = stage.reserved.transaction;
    const verdict = await carryOut(context, { id, posting: written(stage.reserved), until: stage.until });
    const row = verdict
      ? { ...stage.reserved.transaction, nxAuthNo: '', ...verdict }
      : await ask(context, (db) => transactionById(db, nxMctNo, id));
    if (!row) throw new Refusal('4001', { detail: 'Nobody knows what became of it: ask /result' });
    const last = told(row);
    if (last instanceof Refusal) throw last;
    return last.answer;
  }
}
