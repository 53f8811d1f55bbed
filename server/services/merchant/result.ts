import { ERRORS, type ErrorCode } from '../../../contract/errors';
import { APPROVED, type ResultRequest, type ResultResponse } from '../../../contract/merchant-api';
import type { Context } from '../../context';
import { findTransaction, type TransactionRow, transactionById } from '../../storage/ledger';
import type { Kind } from '../../storage/ledger-schema';
import { awaitRequest } from '../../storage/requests';
import { reservationById, reservationOf } from '../../storage/reservations';
import { Refusal } from '../refusal';
import { DAY, seoulDay, seoulTime } from '../time';
import { transact, type Work } from '../transact';
import { type Merchant, notOwnNumber } from './merchants';
import { awaitEnd } from './undecided';

const KINDS: Record<ResultRequest['transactionType'], readonly Kind[]> = {
  USE: ['USE', 'CANCEL', 'PART'],
  SAVE: ['SAVE', 'CANCEL_SAVE'],
};

const wrong = (detail: string) => new Refusal('1000', { detail });

/** A question whose unknown ids are all empty. */
type Question = ResultRequest & { ocbTransactionId: string };

/** Returns what is missing or inconsistent in a question that passes the schema. */
function questionRefused({ mctTransactionId, mctTransactionDay, ocbTransactionId }: Question): Refusal | undefined {
  if (mctTransactionDay !== '') {
    const day = mctTransactionDay.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    const at = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) {
      return wrong('mctTransactionDay is not a date');
    }
  }
  if (ocbTransactionId !== '') return undefined;
  if (mctTransactionId === '') return wrong('mctTransactionId and ocbTransactionId are both empty');
  return mctTransactionDay === '' ? wrong('mctTransactionDay and ocbTransactionId are both empty') : undefined;
}

/** Whether a transaction happened on a day in Korea or on an adjacent one: around midnight two clocks may differ. */
const isAround = ({ at }: TransactionRow, day: string): boolean =>
  [at - DAY, at, at + DAY].some((time) => seoulDay(time) === day);

/** Finds the request that the question is about, settled or in progress. Every field of the question must match it. */
async function found(
  { tx }: Work,
  nxMctNo: string,
  question: Question,
): Promise<TransactionRow | { underWay: string } | undefined> {
  const { transactionType, mctTransactionId, mctTransactionDay, ocbTransactionId } = question;
  const hasOwnId = mctTransactionId !== '';
  if (hasOwnId) await awaitRequest(tx, nxMctNo, mctTransactionId);
  const row = hasOwnId
    ? await findTransaction(tx, nxMctNo, mctTransactionId)
    : await transactionById(tx, nxMctNo, ocbTransactionId);
  if (!row) {
    const reservation = hasOwnId
      ? await reservationOf(tx, nxMctNo, mctTransactionId)
      : await reservationById(tx, ocbTransactionId);
    return reservation?.nxMctNo === nxMctNo ? { underWay: reservation.id } : undefined;
  }
  if (!KINDS[transactionType].includes(row.kind)) return undefined;
  if (ocbTransactionId !== '' && row.id !== ocbTransactionId) return undefined;
  return mctTransactionDay === '' || isAround(row, mctTransactionDay) ? row : undefined;
}

function answer(row: TransactionRow): ResultResponse {
  const isApproved = row.code === APPROVED;
  const moved = (points: number): number => (isApproved ? points : 0);
  return {
    ocbTransactionId: row.id,
    rxResCode: row.code,
    errorMessage: isApproved ? '' : ERRORS[row.code as ErrorCode].ko,
    // A refused request has no approval.
    nxAuthDay: isApproved ? row.nxAuthDay : '',
    nxAuthNo: isApproved ? row.nxAuthNo : '',
    transactionTime: seoulTime(row.at),
    useInfo: KINDS.USE.includes(row.kind)
      ? { useOcbPoint: moved(row.ocbPoint), dutumPoint: moved(row.dutumPoint), chargePoint: moved(row.chargePoint) }
      : null,
    saveInfo: KINDS.SAVE.includes(row.kind) ? { reqPoint: row.ocbPoint, saveOcbPoint: moved(row.ocbPoint) } : null,
  };
}

/**
 * Returns the outcome of a request (SPEC, `/result/v1.0/transaction`), found by the merchant's id and day or by the
 * ocbTransactionId. Waits for a request in progress, and asks the providers if that takes long; 4001 if they do not
 * know yet. A refused request is reported with its code. 4017: no such request has arrived, or it is another merchant's
 * or of the other type. 1000: the question identifies nothing. 403/1000: not the merchant's own nxMctNo.
 */
export async function resultOf(context: Context, merchant: Merchant, request: ResultRequest): Promise<ResultResponse> {
  const question = { ...request, ocbTransactionId: request.ocbTransactionId ?? '' };
  for (;;) {
    const told = await transact<ResultResponse | { underWay: string }>(context, async (work) => {
      const refused = notOwnNumber(merchant, question) ?? questionRefused(question);
      if (refused) return refused;
      const asked = await found(work, merchant.nxMctNo, question);
      if (!asked) return new Refusal('4017', { detail: 'No such request has arrived' });
      return 'underWay' in asked ? asked : answer(asked);
    });
    if (!('underWay' in told)) return told;
    await awaitEnd(context, told.underWay);
  }
}
