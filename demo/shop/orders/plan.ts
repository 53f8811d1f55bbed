/** How an order is paid: with points, and with the other payment method in won. */
export interface Paid {
  ocbPoint: number;
  dutumPoint: number;
  other: number;
}

/** The part of an order that a plan depends on. */
export interface Basis {
  /** The remaining lines, each with its amount in won. */
  lines: readonly { sku: string; amount: number }[];
  shippingFee: number;
  paid: Paid;
}

/** One request to OCB that a plan makes. */
export type PlannedStep = { kind: 'CANCEL' } | { kind: 'PART'; mctAmount: number; useOcbPoint: number };

/** What a cancel will do, known before OCB is asked. */
export interface CancelPlan {
  /** The lines to cancel. */
  skus: readonly string[];
  /** The remaining purchase amount, in won; 0 if nothing remains. */
  mctAmount: number;
  /** The requests to OCB, in this order; empty if no points pay for the order. */
  steps: readonly PlannedStep[];
  /** What the shopper gets back in total. */
  back: Paid;
  /** How the rest is paid. */
  stays: Paid;
}

/** The lines cannot be cancelled: the remaining payment would not cover the remaining amount, by `shortBy` won. */
export interface ShortPlan {
  shortBy: number;
}

/**
 * Plans the cancel of some or all lines of an order (SPEC, "Server API": a partial cancel is a full cancel followed by
 * `/part/point`). The rule for shoppers: **money comes back first, then OCB points; 두툼 points always come back.**
 * The shipping fee stays until the last line is cancelled.
 *
 * By OCB's rules, points can only be used again as OCB points, and no more than before, and no payment method is
 * charged anew. If the cancelled lines are worth less than the 두툼 points, the rest cannot be paid, and the plan is
 * short.
 */
export function planCancel({ lines, shippingFee, paid }: Basis, skus: readonly string[]): CancelPlan | ShortPlan {
  const staying = lines.filter(({ sku }) => !skus.includes(sku));
  const mctAmount = staying.length > 0 ? staying.reduce((sum, { amount }) => sum + amount, shippingFee) : 0;
  const useOcbPoint = Math.min(paid.ocbPoint, mctAmount);
  const stays: Paid = { ocbPoint: useOcbPoint, dutumPoint: 0, other: mctAmount - useOcbPoint };
  if (stays.other > paid.other) return { shortBy: stays.other - paid.other };
  const steps: PlannedStep[] = [];
  if (paid.ocbPoint + paid.dutumPoint > 0) steps.push({ kind: 'CANCEL' });
  if (useOcbPoint > 0) steps.push({ kind: 'PART', mctAmount, useOcbPoint });
  return {
    skus: lines.filter(({ sku }) => skus.includes(sku)).map(({ sku }) => sku),
    mctAmount,
    steps,
    back: {
      ocbPoint: paid.ocbPoint - stays.ocbPoint,
      dutumPoint: paid.dutumPoint,
      other: paid.other - stays.other,
    },
    stays,
  };
}
