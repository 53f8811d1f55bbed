import { type MerchantClient, MerchantError, type ResultResponse } from '../../../merchant/client';
import { seoulDay } from '../seoul-day';
import type { OrderStep } from '../storage/steps';

/** A field that differs between the shop and OCB. */
export interface Difference {
  field: string;
  shop: string | number;
  ocb: string | number;
}

/**
 * How `/result` compares with the shop's record of a step. `undecided`: the shop is still waiting; includes OCB's code
 * (empty if it has no such request). `unreachable`: OCB did not respond.
 */
export type Comparison =
  | { outcome: 'agrees' | 'unreachable' }
  | { outcome: 'differs'; differences: Difference[] }
  | { outcome: 'undecided'; code: string };

const APPROVED = '0000';
/** [OCB]원거래전표미존재. As the code of `/result` itself: OCB has no such transaction. */
const ABSENT = '4017';
/** How many steps are compared at once. */
const AT_ONCE = 8;

/** Compares every step with `/result`, by the shop's id and by OCB's. */
export async function compare(client: MerchantClient, steps: readonly OrderStep[]): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (let i = 0; i < steps.length; i += AT_ONCE) {
    comparisons.push(...(await Promise.all(steps.slice(i, i + AT_ONCE).map((step) => compareOne(client, step)))));
  }
  return comparisons;
}

async function compareOne(client: MerchantClient, step: OrderStep): Promise<Comparison> {
  const { mctTransactionId, askedAt, ocbTransactionId } = step;
  const transactionType = step.kind === 'SAVE' || step.kind === 'CANCEL_SAVE' ? 'SAVE' : 'USE';
  const mctTransactionDay = seoulDay(askedAt ?? new Date());
  try {
    const told = [await lookUp(client, { transactionType, mctTransactionId, mctTransactionDay })];
    if (ocbTransactionId) told.push(await lookUp(client, { transactionType, ocbTransactionId }));
    if (step.state === 'approved' || step.state === 'refused') {
      const differences = told.flatMap((result) => differencesOf(step, result));
      return differences.length > 0 ? { outcome: 'differs', differences } : { outcome: 'agrees' };
    }
    return { outcome: 'undecided', code: told[0]?.rxResCode ?? '' };
  } catch (error) {
    if (error instanceof MerchantError) return { outcome: 'unreachable' };
    throw error;
  }
}

/** Returns OCB's record, if there is one. */
async function lookUp(client: MerchantClient, query: Parameters<MerchantClient['result']>[0]) {
  try {
    return await client.result(query);
  } catch (error) {
    if (error instanceof MerchantError && error.code === ABSENT) return undefined;
    throw error;
  }
}

/**
 * Returns the fields that differ. A refusal matches anything but an approval, because OCB does not store every refusal.
 */
function differencesOf(step: OrderStep, told: ResultResponse | undefined): Difference[] {
  const rxResCode = told?.rxResCode ?? '';
  if (step.state === 'refused') {
    return rxResCode === APPROVED ? [{ field: 'rxResCode', shop: step.errorCode ?? '', ocb: rxResCode }] : [];
  }
  const shop: Record<string, string | number | null> = {
    rxResCode: APPROVED,
    ocbTransactionId: step.ocbTransactionId,
    nxAuthDay: step.nxAuthDay,
    nxAuthNo: step.nxAuthNo,
    ...(told?.useInfo && {
      useOcbPoint: step.ocbPoint,
      dutumPoint: step.dutumPoint,
      chargePoint: step.chargePoint,
    }),
    ...(told?.saveInfo && { saveOcbPoint: step.ocbPoint }),
  };
  const ocb: Record<string, unknown> = { ...told, ...told?.useInfo, ...told?.saveInfo, rxResCode };
  return Object.entries(shop)
    .filter(([field, value]) => ocb[field] !== value)
    .map(([field, value]) => ({ field, shop: value ?? '', ocb: `${ocb[field] ?? ''}` }));
}

/** The approved points of one kind on a day. */
export interface Sum {
  kind: OrderStep['kind'];
  count: number;
  ocbPoint: number;
  dutumPoint: number;
}

/** Sums a day's approved steps by kind, in the order of `kinds`. */
export const sums = (steps: readonly OrderStep[], kinds: readonly OrderStep['kind'][]): Sum[] =>
  kinds.map((kind) => {
    const approved = steps.filter((step) => step.kind === kind && step.state === 'approved');
    const of = (points: 'ocbPoint' | 'dutumPoint') => approved.reduce((sum, step) => sum + step[points], 0);
    return { kind, count: approved.length, ocbPoint: of('ocbPoint'), dutumPoint: of('dutumPoint') };
  });
