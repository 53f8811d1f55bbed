import { type Available, type Choice, mostUsable, USE_LIMIT } from '../contract/rules';
import type { Field, Limit, Step } from './flow';

/** What the points screen adds up to. */

export type PointsStep = Step & { is: 'points' };

/** A field of the points screen. */
export type PointsField = Field & ('amount' | 'ocbPoint' | 'dutumPoint');

/** What this payment could use: of the 두툼 points only those whose condition it meets. */
export function availableAt(step: PointsStep, mctAmount: number): Available {
  const { ocbPoint, canCharge, dutumPoints } = step.available;
  let dutumPoint = 0;
  dutumPoints.forEach(({ usable, balance }) => {
    if (usable) dutumPoint += balance;
  });
  return { mctAmount, ocbPoint, dutumPoint, canCharge };
}

/** How many points the shopper's balances allow, without charging. */
export function mostAt(step: PointsStep, mctAmount: number): number {
  const { ocbPoint, dutumPoint } = mostUsable(availableAt(step, mctAmount));
  return ocbPoint + dutumPoint;
}

/** The points screen as it comes: filled with the most that can be used, where an amount has to be paid. */
export function firstChoice(available: PointsStep['available'], mctAmount: number): PointsStep {
  const fields = { amount: '', isSplit: false, ocbPoint: '', dutumPoint: '', charge: false };
  const step: PointsStep = { is: 'points', available, ...fields, limit: null, heldBy: 0, quietBy: 0 };
  const most = mctAmount > 0 ? mostAt(step, mctAmount) : 0;
  return most ? { ...step, amount: `${most}` } : step;
}

/** How many points one payment of this amount may use, whoever pays. */
export const ceiling = (mctAmount: number): number => (mctAmount > 0 ? Math.min(mctAmount, USE_LIMIT) : USE_LIMIT);

/** How many points PAYCO could add to what the shopper has. */
export const chargeableAt = (step: PointsStep, mctAmount: number): number =>
  step.available.canCharge ? ceiling(mctAmount) - mostAt(step, mctAmount) : 0;

/** What the shopper typed, as points; of one amount the 두툼 points come first. What is missing may be charged. */
export function choiceAt(step: PointsStep, mctAmount: number): Choice {
  const amount = Number(step.amount);
  const dutumPoint = step.isSplit ? Number(step.dutumPoint) : Math.min(amount, availableAt(step, mctAmount).dutumPoint);
  const ocbPoint = step.isSplit ? Number(step.ocbPoint) : amount - dutumPoint;
  return { ocbPoint, dutumPoint, chargePoint: step.charge ? shortOf(step, ocbPoint) : 0 };
}

/** How many of these OK캐쉬백 points the shopper does not have. */
export const shortOf = (step: PointsStep, ocbPoint: number): number => Math.max(0, ocbPoint - step.available.ocbPoint);

/** The most that can be typed into a field, and what sets it. What PAYCO could charge is no limit. */
export function limitOf(step: PointsStep, field: PointsField, mctAmount: number): Limit {
  const { ocbPoint, dutumPoint, canCharge } = availableAt(step, mctAmount);
  const most = ceiling(mctAmount);
  const balance = field === 'dutumPoint' ? dutumPoint : field === 'ocbPoint' ? ocbPoint : ocbPoint + dutumPoint;
  const isOwn = balance < most && (field === 'dutumPoint' || !canCharge);
  if (isOwn) return { most: balance, by: field === 'dutumPoint' ? 'dutum' : 'balance' };
  return { most, by: most === mctAmount ? 'amount' : 'payment' };
}
