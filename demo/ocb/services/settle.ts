import type { ErrorCode } from '../../../contract/errors';
import type { Context } from '../context';
import {
  findTransaction,
  lockRequest,
  type NewEntry,
  type NewTransaction,
  post,
  type TransactionRow,
} from '../storage/ledger';
import type { Kind } from '../storage/ledger-schema';
import { seoulDay } from './clock';
import type { Merchant } from './merchants';
import { Refusal } from './refusal';
import { tokenHash } from './secrets';
import { transact, type Work } from './transact';

/** The code of a transaction that was approved (SPEC, rxResCode). */
export const APPROVED = '0000';

/** Codes after which nobody knows what became of a request: they are no refusals of it. */
const UNDECIDED: readonly ErrorCode[] = ['4000', '4001', '4062', '4072'];

/** Whether a code is the refusal of a request that arrived, for good: it is written down, and `/result` tells it. */
export const isRefusal = (code: ErrorCode): boolean =>
  (code === '2302' || /^[34]/.test(code)) && !UNDECIDED.includes(code);

/** A request under an id of the merchant's own. */
export interface Asked {
  kind: Kind;
  mctTransactionId: string;
  /** All that it asks for, in one order: two requests with equal content are one request sent twice. */
  content: readonly unknown[];
}

/** How a call is to be answered, apart from what it asks for. */
export interface Circumstances {
  /** Aborted once 4001 has been answered: from then on nothing may happen. */
  signal?: AbortSignal;
  /** What the sandbox was told to refuse the request with. */
  refuseWith?: ErrorCode | undefined;
}

/** What is written down of a request, approved or refused. Amounts are won, points are points. */
type Facts = Partial<
  Pick<NewTransaction, 'memberId' | 'originalId' | 'mctAmount' | 'ocbPoint' | 'dutumPoint' | 'chargePoint'>
>;

/** What a request comes to: it moves points, or is refused. A refusal is written down too, and the same id gets it again. */
export interface Outcome extends Facts {
  refusal?: Refusal;
  movements?: readonly NewEntry[];
  /** Of the userAuthToken in the answer. */
  userAuthSalt?: string;
}

const sameId = () => new Refusal('1000', { detail: 'mctTransactionId was used for another request' });

/** How a refusal is told again. */
const refusalOf = ({ code, detail }: TransactionRow): Refusal =>
  new Refusal(code as ErrorCode, detail === null ? {} : { detail });

async function write(
  { tx, now, random }: Work,
  row: Pick<NewTransaction, 'kind' | 'nxMctNo' | 'mctTransactionId' | 'contentHash'>,
  outcome: Outcome,
): Promise<TransactionRow> {
  const { refusal, movements = [], ...facts } = outcome;
  const nxAuthDay = seoulDay(now);
  const nothing = { mctAmount: 0, ocbPoint: 0, dutumPoint: 0, chargePoint: 0 };
  return post(
    tx,
    {
      ...row,
      ...nothing,
      ...facts,
      id: `${nxAuthDay}${random(16).toString('hex')}`,
      code: refusal?.code ?? APPROVED,
      detail: refusal?.details.detail ?? null,
      nxAuthDay,
      at: now,
    },
    movements,
  );
}

/**
 * Settles a request once, in one transaction (SPEC, "Server API"): whoever sends it again, at any time and in parallel, gets
 * what came of the first, and the same id with other content gets 1000. `decide` says what it comes to, under the locks that it
 * takes; a Refusal that it returns as it is (a request that the merchant may not make) leaves nothing behind. `answer` makes
 * the answer from the row alone, or from row and request.
 */
export function settle<A>(
  context: Context,
  { nxMctNo }: Merchant,
  { kind, mctTransactionId, content }: Asked,
  { signal, refuseWith }: Circumstances,
  decide: (work: Work) => Promise<Outcome | Refusal>,
  answer: (row: TransactionRow) => A,
): Promise<A> {
  const contentHash = tokenHash(JSON.stringify([kind, ...content]));
  return transact<A>(context, async (work) => {
    await lockRequest(work.tx, nxMctNo, mctTransactionId);
    // From here on `/result` waits for this transaction, so that a 4001 and what it tells agree.
    signal?.throwIfAborted();
    const earlier = await findTransaction(work.tx, nxMctNo, mctTransactionId);
    if (earlier && earlier.contentHash !== contentHash) return sameId();
    if (earlier) return earlier.code === APPROVED ? answer(earlier) : refusalOf(earlier);
    const outcome: Outcome | Refusal = refuseWith
      ? { refusal: new Refusal(refuseWith, { detail: 'A fault of the sandbox' }) }
      : await decide(work);
    if (outcome instanceof Refusal) return outcome;
    const row = await write(work, { kind, nxMctNo, mctTransactionId, contentHash }, outcome);
    signal?.throwIfAborted();
    return row.code === APPROVED ? answer(row) : refusalOf(row);
  });
}
