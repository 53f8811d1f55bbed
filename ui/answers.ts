/** What the front server's answers, refusals and silence lead to. Pure, as the reducer that uses it. */

import * as text from 'words';
import type { FrontCall, FrontRefusal, Step as NextStep } from '../contract/front-api';
import { countdown, tickOf } from './countdown';
import type { Answered, Event } from './events';
import type { Field, Method, Problem, State, Step } from './flow';
import { andThen, arrive, ask, enter, failure, type Result, send, stay } from './moves';

/** How long the tick is seen before the layer closes: by most, and by those who may need longer to read. */
const DONE_MS = 2000;
const DONE_LONG_MS = 4000;
const POLL_MS = 1000;
const POLL_MOST_MS = 15000;
/** The code after which the card is no longer offered. */
const CARD_LOCKED = '2301';

/** The field of the screen that the server means, as far as it is shown: both kinds of points may be one amount. */
function shownField(step: Step, field: FrontRefusal['field']): Field | undefined {
  if (step.is === 'points' && !step.isSplit) return field && 'amount';
  const isShown =
    field && (step.is === 'push' ? !step.sent : step.is === 'phone' ? field in step.person : field in step);
  return isShown ? field : undefined;
}

/** Asks for the answer to the push. What was wrong before stays on the screen until there is one. */
export const poll = (state: State): Result => {
  const [next, ...effects] = ask(state, 'awaitPush', {});
  return [{ ...next, problem: state.problem }, ...effects];
};

/** The shopper is known now, and the way how is worth offering first the next time. */
const identified = (state: State, next: NextStep, method: Method): Result => [
  ...arrive(state, next),
  { type: 'rememberMethod', origin: state.origin, method },
];

/** The call was answered. */
export function answered(before: State, event: Answered): Result {
  const state: State = { ...before, request: null };
  const { step } = state;
  const { id, now } = event;
  switch (event.call) {
    case 'open': {
      const { session, merchantName, mctAmount, next } = event.answer;
      return arrive({ ...state, session, merchantName, mctAmount }, next);
    }
    case 'requestCode':
    case 'resendCode': {
      if (step.is !== 'phone' && step.is !== 'code') return [state];
      const sent = countdown(event.answer, id, now, event.call === 'resendCode');
      return andThen(
        enter(state, { is: 'code', person: step.person, code: '', attemptsLeft: event.answer.attemptsLeft, sent }),
        (next) => [next, tickOf(id)],
      );
    }
    case 'requestPush': {
      if (step.is !== 'push') return [state];
      const sent = countdown(event.answer, id, now, !!step.sent);
      const { number } = event.answer;
      return andThen(
        andThen(enter(state, { ...step, sent, number, polling: true, misses: 0, ended: undefined }), (next) => [
          next,
          tickOf(id),
        ]),
        poll,
      );
    }
    case 'awaitPush':
      if (event.answer.step !== 'waiting') return identified(state, event.answer, 'push');
      if (step.is !== 'push') return [state];
      return poll({ ...state, problem: null, step: { ...step, misses: 0 } });
    case 'authorize': {
      const result = { ...event.answer, errorObject: null };
      const ms = state.byPointer && !state.largeText ? DONE_MS : DONE_LONG_MS;
      return [
        ...enter(state, { is: 'done', result, usePoint: result.usePoint }),
        { type: 'wait', timer: 'DONE_SHOWN', id, ms },
      ];
    }
    case 'identifyByCard':
      return identified(state, event.answer, 'card');
    case 'confirmCode':
      return identified(state, event.answer, 'phone');
    default:
      return arrive(state, event.answer);
  }
}

/** What **다시 시도** sends: calls that carry nothing that was typed. The others are sent by their own button. */
const REPEATABLE: FrontCall[] = ['open', 'restart', 'forgetPin', 'awaitPush'];

const repeatable = ({ request }: State): State['again'] =>
  request && REPEATABLE.indexOf(request.call) >= 0 ? request : null;

/** Asks for the push again after a while; longer each time. */
function pollLater(state: State, step: Step & { is: 'push' }, problem: Problem): Result {
  const ms = Math.min(POLL_MS * 2 ** step.misses, POLL_MOST_MS);
  return [
    { ...state, request: null, problem, step: { ...step, misses: step.misses + 1 } },
    { type: 'wait', timer: 'POLL_DUE', id: state.lastId, ms },
  ];
}

/** The call was refused. */
export function refused(state: State, refusal: FrontRefusal): Result {
  const { errorObject, trouble, next, field, step, attemptsLeft } = refusal;
  const said = trouble.sentences.join(' ');
  const cardLocked = errorObject.errorCode === CARD_LOCKED ? said : state.cardLocked;
  const idle: State = { ...state, request: null, cardLocked, step: counted(state.step, attemptsLeft) };
  if (next === 'stop') {
    const stopped = enter(idle, { is: 'stop', trouble, errorObject });
    // It is the page or its server that did something wrong, and its developers are looking for what.
    return state.request?.call === 'open' ? [...stopped, { type: 'tellDevelopers', errorObject }] : stopped;
  }
  const problem: Problem = { text: said, remedy: trouble.remedy, errorObject };
  const more: { [call: string]: (n: number) => string } = text.attemptsLeft;
  const says = state.request && more[state.request.call];
  if (says && attemptsLeft) problem.more = says(attemptsLeft);
  // The screens before the PIN are all `method` to the server: a retry stays on them.
  if (step && step.step !== 'method') {
    if (step.step === 'points') problem.field = shownField(idle.step, field);
    return arrive(idle, step, refusal.isAhead ? null : problem);
  }
  if (next === 'reauthenticate') return step ? arrive(idle, step, problem) : enter(idle, { is: 'method' }, problem);
  const shown = shownField(idle.step, field);
  if (shown) problem.field = shown;
  const again = repeatable(state);
  const push = idle.step;
  if (push.is === 'push' && push.sent) {
    if (!again) return andThen(stay(idle, problem), (next) => pollLater(next, push, problem));
    const waiting = { ...push, polling: false };
    if (refusal.outcome === 'unknown') return offer(stay({ ...idle, step: waiting }, problem), again);
    // What the app refused, or did not answer in time, another wait does not change: the title says so.
    return enter(idle, { ...waiting, ended: trouble.sentences });
  }
  return offer(stay(idle, problem), again);
}

const counted = (step: Step, attemptsLeft: number | undefined): Step =>
  'attemptsLeft' in step && attemptsLeft !== undefined ? { ...step, attemptsLeft } : step;

const offer = ([state, ...effects]: Result, again: State['again']): Result => [{ ...state, again }, ...effects];

/** The call got no answer, or one that makes no sense. */
export function lost(state: State, why: (Event & { type: 'LOST' })['why']): Result {
  const errorCode = why === 'nonsense' ? '9999' : '4001';
  const problem: Problem = {
    text: text.lost[why],
    errorObject: failure(errorCode, `${state.request?.call}: ${why}`),
  };
  const { step } = state;
  if (step.is === 'push' && step.sent) return pollLater(state, step, problem);
  return offer(stay({ ...state, request: null }, problem), repeatable(state));
}

/** Sends again what was in flight or what was lost, at once. */
export function again(state: State): Result {
  const call = state.request || state.again;
  if (!call) return [state];
  const step = state.step.is === 'push' ? { ...state.step, polling: true } : state.step;
  return send({ ...state, step }, call);
}
