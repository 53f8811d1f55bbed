/** How an order is paid: points in points, the other method of payment in won. */
export interface Paid {
  ocbPoint: number;
  dutumPoint: number;
  other: number;
}

/** The part of an order that a plan depends on. */
export interface Basis {
  /** The lines that still stand, each with its amount in won. */
  lines: readonly { sku: string; amount: number }[];
  shippingFee: number;
  paid: Paid;
}

/** One request to OCB that a plan makes. */
export type PlannedStep = { kind: 'CANCEL' } | { kind: 'PART'; mctAmount: number; useOcbPoint: number };

/** What a cancel will do, known before anything is asked. */
export interface CancelPlan {
  /** The lines that go. */
  skus: readonly string[];
  /** The purchase amount that remains, in won; 0 when nothing does. */
  mctAmount: number;
  /** What OCB is asked, in this order; nothing when no points pay for the order. */
  steps: readonly PlannedStep[];
  /** What the shopper gets back, in the end. */
  back: Paid;
  /** What pays for the rest. */
  stays: Paid;
}

/** The lines cannot go: what stays paid would not pay for what remains, by so many won. */
export interface ShortPlan {
  shortBy: number;
}

/**
 * Plans the cancel of some lines of an order, or of all (SPEC, "Server API": a partial cancel is a full cancel followed by
 * `/part/point`). The rule, as a shopper is told it: **money comes back first, then OCB points; 두툼 points always come back.**
 * The shipping fee stays what it was until the last line goes.
 *
 * Points can only be used again by OCB's rules (no more OCB points than before, no 두툼 points), and no method of payment is
 * charged anew: where lines worth less than the 두툼 points are taken out, what is left cannot be paid, and the plan is short.
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
