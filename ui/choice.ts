import { type Available, type Choice, type ChoiceRefused, choiceRefused } from '../contract/rules';
import type { Step } from './flow';

/** What the points screen adds up to. */

type PointsStep = Step & { is: 'points' };

/** What this payment could use: of the 두툼 points only those whose condition it meets. */
export function availableAt(step: PointsStep, mctAmount: number): Available {
  const { ocbPoint, canCharge, dutumPoints } = step.available;
  let dutumPoint = 0;
  dutumPoints.forEach(({ usable, balance }) => {
    if (usable) dutumPoint += balance;
  });
  return { mctAmount, ocbPoint, dutumPoint, canCharge };
}

/** What the shopper typed, as points. What is missing is charged where the shopper said so. */
export function choiceAt(step: PointsStep): Choice {
  const ocbPoint = Number(step.ocbPoint);
  const missing = Math.max(0, ocbPoint - step.available.ocbPoint);
  return { ocbPoint, dutumPoint: Number(step.dutumPoint), chargePoint: step.charge ? missing : 0 };
}

/** Why the choice cannot be sent, or undefined when it can. */
export const refusedAt = (step: PointsStep, mctAmount: number): ChoiceRefused | undefined =>
  choiceRefused(availableAt(step, mctAmount), choiceAt(step));
