/** The points screen: choosing how many. Pure, as the reducer that uses it. */

import * as text from 'words';
import { ceiling, choiceAt, limitOf, type PointsField, type PointsStep, shortOf } from './choice';
import type { Effect } from './events';
import type { State } from './flow';
import { ask, enter, type Result } from './moves';

/** Who types more digits is not told of each. */
const QUIET_MS = 800;

/** The time is over in which nothing could be spent, or nothing was told. */
export function passed(state: State, id: number): Result {
  const { step } = state;
  if (step.is !== 'points') return [state];
  const left = (by: number): number => (by === id ? 0 : by);
  return [{ ...state, step: { ...step, heldBy: left(step.heldBy), quietBy: left(step.quietBy) } }];
}

/** Other points are chosen. They are told once the shopper is done. */
function choose(state: State, step: PointsStep, ...effects: Effect[]): Result {
  const id = state.lastId + 1;
  return [
    { ...state, lastId: id, problem: null, step: { ...step, quietBy: id } },
    { type: 'wait', timer: 'SETTLED', id, ms: QUIET_MS },
    ...effects,
  ];
}

/**
 * Digits were typed: no more than can be used. Where there are two fields, the other one gives way. Whoever types knows
 * where they are.
 */
export function typePoints(state: State, step: PointsStep, field: PointsField, digits: string): Result {
  const { mctAmount } = state;
  const limit = limitOf(step, field, mctAmount);
  const isOver = Number(digits) > limit.most;
  const value = isOver ? `${limit.most}` : digits;
  const next: PointsStep = { ...step, [field]: value, limit: isOver ? limit : null, heldBy: 0 };
  const other = field === 'ocbPoint' ? 'dutumPoint' : 'ocbPoint';
  const room = ceiling(mctAmount) - Number(value);
  return choose(state, field !== 'amount' && Number(step[other]) > room ? { ...next, [other]: `${room}` } : next);
}

/** A chip: so many points, or none yet, to be typed. */
export function choosePoints(state: State, amount: string): Result {
  const { step } = state;
  if (step.is !== 'points') return [state];
  const chosen: PointsStep = { ...step, amount, charge: false, limit: null };
  return amount ? choose(state, chosen) : choose(state, chosen, { type: 'focus', target: 'amount' });
}

/** Two fields in place of one amount, or one again, for the same points. */
export function split(state: State, isSplit: boolean): Result {
  const { step, mctAmount } = state;
  if (step.is !== 'points') return [state];
  const { ocbPoint, dutumPoint } = choiceAt(step, mctAmount);
  const parts = { amount: `${ocbPoint + dutumPoint || ''}`, ocbPoint: `${ocbPoint}`, dutumPoint: `${dutumPoint}` };
  const next: PointsStep = { ...step, ...parts, isSplit, limit: null };
  return choose(state, next, { type: 'focus', target: isSplit ? 'ocbPoint' : 'amount' });
}

/** PAYCO may charge what is missing: everything, where nothing is missing yet; or no longer, so nothing may be. */
export function charge(state: State, value: boolean): Result {
  const { step, mctAmount } = state;
  if (step.is !== 'points') return [state];
  const { ocbPoint, dutumPoint } = choiceAt(step, mctAmount);
  const isShort = shortOf(step, ocbPoint) > 0;
  const next: PointsStep = { ...step, charge: value, limit: null };
  if (value === isShort || (value && mctAmount === 0)) return choose(state, next);
  return choose(
    state,
    withOcbPoint(next, value ? ceiling(mctAmount) - dutumPoint : step.available.ocbPoint, dutumPoint),
  );
}

const withOcbPoint = (step: PointsStep, ocbPoint: number, dutumPoint: number): PointsStep =>
  step.isSplit ? { ...step, ocbPoint: `${ocbPoint}` } : { ...step, amount: `${ocbPoint + dutumPoint || ''}` };

/** The primary button: sends what was chosen, unless it is nothing, or more than there is and not to be charged. */
export function submitPoints(state: State, step: PointsStep): Result {
  if (step.heldBy) return [state];
  const choice = choiceAt(step, state.mctAmount);
  const isNothing = choice.ocbPoint + choice.dutumPoint === 0;
  const isShort = shortOf(step, choice.ocbPoint) > choice.chargePoint;
  if (!isNothing && !isShort) return ask(state, 'authorize', choice);
  return enter(state, step, {
    text: isNothing ? text.noPoints : text.tooManyPoints,
    field: step.isSplit ? 'ocbPoint' : 'amount',
  });
}
