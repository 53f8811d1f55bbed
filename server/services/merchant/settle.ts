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

/** Whether a code refuses a request for good, so that it is stored and `/result` reports it. */
export const isRefusal = (code: ErrorCode): boolean =>
  (code === '2302' || /^[34]/.test(code)) && rowOf(code)?.outcome !== 'unknown';

/** A request with the merchant's own id. */
export interface Asked {
  kind: Kind;
  mctTransactionId: string;
  /** Everything that it requests, in a fixed order: two requests with equal content are the same request sent twice. */
  content: readonly unknown[];
}

/** The conditions of a call, apart from its content. */
export interface Circumstances {
  /** Aborted when the response is 4001. Nothing may be written after that. */
  signal?: AbortSignal;
  /** A refusal that applies whatever the request contains. */
  refuseWith?: Refusal | undefined;
}

/** What is stored of a request, approved or refused. Amounts are in won. */
type Facts = Partial<
  Pick<
    TransactionRow,
    'memberId' | 'originalId' | 'mctAmount' | 'ocbPoint' | 'dutumPoint' | 'chargePoint' | 'pinVersion'
  >
>;

/** The rules for one kind of request. */
export interface Rules<L, A> {
  /**
   * Locks the request's id, then locks and reads what the decision needs. Its statements are sent without waiting for
   * each other.
   */
  open(tx: Database): Promise<L>;
  /** Decides the outcome. If it returns a bare Refusal, nothing is stored: the merchant may not make this request. */
  decide(work: Work, found: L): Promise<Outcome | Refusal>;
  /** Builds the response to an approved request from its row, so that every repeat gets the same one. */
  answer(row: TransactionRow): A;
}

/** Awaits `lock` and `look`, which are both already under way. The lock was sent first. */
export async function openWith<L>(lock: Promise<void>, look: Promise<L>): Promise<L> {
  const [, found] = await Promise.all([lock, look]);
  return found;
}

/** The outcome of a request: it moves points or is refused. A refusal is stored too, and the same id gets it again. */
export interface Outcome extends Facts, Pick<Posting, 'spends'> {
  refusal?: Refusal;
  movements?: readonly NewEntry[];
  /** The userAuthToken in the response, valid for `pinVersion`, and the salt it is derived with. */
  userAuth?: { token: string; salt: string };
}

const sameId = () => new Refusal('1000', { detail: 'mctTransactionId was used for another request' });

/** Rebuilds a stored refusal. */
const refusalOf = ({ code, detail }: TransactionRow): Refusal =>
  new Refusal(code as ErrorCode, detail === null ? {} : { detail });

const NOBODY = { memberId: null, originalId: null, pinVersion: null };
const NOTHING = { mctAmount: 0, ocbPoint: 0, dutumPoint: 0, chargePoint: 0 };

/** Builds the posting to write for a request and its outcome. */
function postingOf(
  { now, random }: Work,
  request: Pick<TransactionRow, 'kind' | 'nxMctNo' | 'mctTransactionId' | 'contentHash'>,
  { refusal, movements = [], userAuth, spends, ...facts }: Outcome,
): Posting {
  const nxAuthDay = seoulDay(now);
  const { pinVersion = null } = facts;
  return {
    transaction: {
      ...request,
      ...NOBODY,
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
    gives: userAuth && pinVersion !== null ? { tokenHash: tokenHash(userAuth.token), pinVersion } : undefined,
  };
}

/** The result of one attempt to settle a request: answered, reserved, or blocked by an earlier request. */
type Stage<A> = { answer: A } | { reserved: Posting; until: number } | { before: string };

/**
 * Settles a request once (SPEC, "Server API"). Repeats, at any time and in parallel, get the first outcome; the same id
 * with other content gets 1000. A request that passes the rules is reserved, carried out by the providers outside any
 * transaction, and settled by their answer (docs/decisions/0010). A request that conflicts with one in progress waits
 * until that one ends.
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

  /** Returns the earlier outcome of this id, or the request in progress under it. Refuses if its content differs. */
  const again = async ({ tx }: Work): Promise<Stage<A> | Refusal | undefined> => {
    const row = await findTransaction(tx, nxMctNo, mctTransactionId);
    if (row) return row.contentHash === contentHash ? told(row) : sameId();
    const underWay = await reservationOf(tx, nxMctNo, mctTransactionId);
    return underWay && (underWay.contentHash === contentHash ? { before: underWay.id } : sameId());
  };

  const body = async (work: Work, found: L): Promise<Stage<A> | Refusal> => {
    // `/result` waits for this transaction, so it agrees with a 4001 that has been sent.
    signal?.throwIfAborted();
    const outcome: Outcome | Refusal = refuseWith ? { refusal: refuseWith } : await decide(work, found);
    // Nearly every id is new, so the write detects a repeat and only then is it looked up.
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
    // The conflicting request may have ended in the meantime: try again.
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
    if (!row) throw new Refusal('4001', { detail: 'The outcome is unknown: check /result' });
    const last = told(row);
    if (last instanceof Refusal) throw last;
    return last.answer;
  }
}
