/** How the popup moves: from screen to screen, to the front server, and out. Pure, as the reducer that uses it. */

import * as text from 'words';
import type { FrontCall, FrontRequest, Step as NextStep } from '../contract/front-api';
import type { ToHost } from '../contract/messages';
import type { ErrorObject } from '../contract/result';
import { carriedFrom } from './carry';
import { firstChoice } from './choice';
import type { Effect } from './events';
import { nextBlank } from './filling';
import type { Call, Problem, State, Step } from './flow';
import { openCall } from './open-call';

/** A state and what is to be done about it. */
export type Result = [State, ...Effect[]];

/** After this long without an answer the shopper is told so. */
const SLOW_MS = 10000;

/** A tap that was meant for the keypad of the screen before does not spend. */
const HOLD_MS = 700;

/** Does the second move from the state that the first arrives at. */
export function andThen(first: Result, move: (state: State) => Result): Result {
  const [state, ...effects] = first;
  const [next, ...more] = move(state);
  return [next, ...effects, ...more];
}

/** Sends a call, in place of one that may be in flight. */
export function send(state: State, { call, request }: Call): Result {
  const id = state.lastId + 1;
  const sent = { call, request } as Call;
  const effects: Effect[] = [{ type: 'send', id, ...sent }];
  if (call !== 'awaitPush') effects.push({ type: 'wait', timer: 'SLOW', id, ms: SLOW_MS });
  return [{ ...state, lastId: id, request: { ...sent, id, slow: false }, again: null, problem: null }, ...effects];
}

/** Makes a call in this session. */
export const ask = <C extends Exclude<FrontCall, 'open'>>(
  state: State,
  call: C,
  request: Omit<FrontRequest<C>, 'session'>,
): Result => send(state, { call, request: { ...request, session: state.session } } as unknown as Call);

/** Opens a session for the transaction, or opens it anew. */
export const open = (state: State): Result => send(state, openCall(state.transaction, state.origin));

/** The step without what must not stay: PIN, passwords, one-time code, the token that spends points. */
export function withoutSecrets(step: Step): Step {
  switch (step.is) {
    case 'card':
      return { ...step, cardPassword: '' };
    case 'code':
      return { ...step, code: '' };
    case 'newPin':
    case 'confirmPin':
    case 'pin':
      return { ...step, positions: [] };
    case 'done':
      return { ...step, result: null };
    default:
      return step;
  }
}

/**
 * How far a screen lies in the journey. Entering one takes the farther ones off the way back. Those that end it lie on
 * none.
 */
const DISTANCE = {
  method: 1,
  card: 2,
  phone: 2,
  push: 2,
  code: 3,
  wait: 3,
  newPin: 4,
  pin: 4,
  confirmPin: 5,
  points: 6,
  opening: 9,
  done: 0,
  stop: 0,
};

const distance = (step: Step): number => DISTANCE[step.is === 'push' && step.sent ? 'wait' : step.is];

/** The screens of a method: from them another can be chosen. */
export const canTakeOtherMethod = ({ is }: Step): boolean => /^(card|phone|code|push)$/.test(is);

/** The session began at the PIN, for the member was known by a userAuthToken. */
const beganAtPin = (state: State): boolean => state.path[0] === DISTANCE.pin;

type FocusTarget = (Effect & { type: 'focus' })['target'];

/**
 * What is to be filled in first has the focus from the beginning, described by the title; elsewhere the title has it.
 */
export const firstFocus = (step: Step): FocusTarget => ('keypad' in step ? 'pin' : nextBlank(step) || 'title');

/** Where the focus goes for a problem: its field, or a field that was cleared and has to be filled again. */
function problemFocus(step: Step, problem: Problem): FocusTarget {
  const cleared = step.is === 'code' ? 'code' : step.is === 'card' ? 'cardPassword' : 'problem';
  return problem.field || ('keypad' in step ? 'pin' : cleared);
}

/** Gives the focus to what the shopper needs now. */
const focusOf = (step: Step, problem: Problem | null): Effect => ({
  type: 'focus',
  target: problem ? problemFocus(step, problem) : firstFocus(step),
});

/** Shows another screen, or the same with other contents. A call that is in flight no longer matters. */
export function enter(state: State, step: Step, problem: Problem | null = null): Result {
  const far = distance(step);
  const path = far ? state.path.filter((passed) => passed < far).concat(far) : state.path;
  const effects: Effect[] = [];
  if (state.request) effects.push({ type: 'abort' });
  const on = step.is === 'code';
  if (on !== (state.step.is === 'code')) effects.push({ type: 'listenForCode', on });
  if (state.shown) effects.push({ type: 'keepEntries', count: path.length }, focusOf(step, problem));
  const carried = carriedFrom(state.step, state.carried);
  return [{ ...state, step, path, problem, carried, asking: false, request: null, again: null }, ...effects];
}

/** Stays on the screen and says what went wrong. Secrets are cleared, everything else that was typed stays. */
export function stay(state: State, problem: Problem): Result {
  return enter(state, withoutSecrets(state.step), problem);
}

/** Goes on where the shopper was asked whether to stop. What is in flight still is. */
export const resume = (state: State): Result => [
  { ...state, asking: false },
  { type: 'keepEntries', count: state.path.length },
  focusOf(state.step, state.problem),
];

/** Goes where the front server says that the shopper stands. */
export function arrive(state: State, next: NextStep, problem: Problem | null = null): Result {
  const was = state.step;
  switch (next.step) {
    case 'method':
      return enter({ ...state, withoutCard: !!next.withoutCard }, { is: 'method' }, problem);
    case 'newPin':
    case 'confirmPin':
      return enter(state, { is: next.step, keypad: next.keypad, positions: [] }, problem);
    case 'pin':
      return enter(state, { is: 'pin', keypad: next.keypad, positions: [], attemptsLeft: next.attemptsLeft }, problem);
    case 'points': {
      if (was.is === 'points') return enter(state, { ...was, available: next, limit: null }, problem);
      const id = state.lastId + 1;
      const step: Step = { ...firstChoice(next, state.mctAmount), heldBy: id, quietBy: id };
      const entered = enter({ ...state, lastId: id }, step, problem);
      return [...entered, { type: 'wait', timer: 'SETTLED', id, ms: HOLD_MS }];
    }
  }
}

/**
 * Ends: the host is told how, if it wants to hear, after the history entries are taken back. Nothing counts afterwards.
 */
export function leave(state: State, message: ToHost | null): Result {
  const step = withoutSecrets(state.step);
  return [
    { ...state, over: true, step, request: null, again: null },
    { type: 'leave', message },
  ];
}

/** An error that was found here. `detail` is for the merchant's developers. */
export const failure = (errorCode: keyof typeof text.errors, detail: string): ErrorObject => ({
  errorCode,
  errorMessage: text.errors[errorCode],
  errorDetailMessage: detail,
});

/** The shopper wants out: with the error that stopped them, or as closed (2002); with the success if there is one. */
export function close(state: State): Result {
  const { step, problem } = state;
  if (step.is === 'done' && step.result) return leave(state, { type: 'AUTHENTICATED', result: step.result });
  const errorObject = step.is === 'stop' ? step.errorObject : step.is === 'opening' && problem && problem.errorObject;
  return leave(state, {
    type: 'FAILED',
    result: { errorObject: errorObject || failure('2002', `Closed by the shopper (${step.is}).`) },
  });
}

/** There is a screen to go back to. */
export const canGoBack = (state: State): boolean =>
  state.path.length > 1 && state.step.is !== 'done' && state.step.is !== 'stop';

/** A step back inside, or out from the first screen. What the server knows is forgotten there, too. */
export function back(state: State): Result {
  const { step, request } = state;
  if (!canGoBack(state)) return close(state);
  if (!request || request.call === 'awaitPush') {
    if (step.is === 'code') return enter(state, { is: 'phone', person: step.person });
    if (step.is === 'push' && step.sent) return enter(state, { ...step, sent: null, polling: false, ended: undefined });
    if (distance(step) === DISTANCE.card) return enter(state, { is: 'method' });
  }
  const cleared = { ...state, step: withoutSecrets(step) };
  return beganAtPin(state) ? open(cleared) : ask(cleared, 'restart', {});
}
