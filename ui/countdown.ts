/** How long what was sent is good for, and when it can be sent again. Pure, as the reducer that uses it. */

import * as text from 'words';
import type { FrontResponse } from '../contract/front-api';
import type { Effect } from './events';
import type { Countdown, State } from './flow';
import { ask, type Result } from './moves';

const SECOND_MS = 1000;
const LAST_MINUTE_MS = 60 * SECOND_MS;
/** An announcement that comes later than this is no longer true. */
const ANNOUNCED_MS = 10 * SECOND_MS;

/** A countdown by the shopper's clock, from times by the server's. `isAgain`: it takes the place of an earlier one. */
export function countdown(
  answer: Pick<FrontResponse<'requestPush'>, 'now' | 'expiresAt' | 'resendAt'>,
  id: number,
  now: number,
  isAgain: boolean,
): Countdown {
  const ahead = now - answer.now;
  return { id, now, endsAt: answer.expiresAt + ahead, resendAt: answer.resendAt + ahead, isAgain };
}

/** The next second of a countdown. */
export const tickOf = (id: number): Effect => ({ type: 'wait', timer: 'TICKED', id, ms: SECOND_MS });

/**
 * Time passed in a countdown. When the code's time is over, it is said; a push that has ended waits for nothing more.
 */
export function ticked(state: State, event: { id: number; now: number }): Result {
  const { step } = state;
  if (!('sent' in step && step.sent) || step.sent.id !== event.id) return [state];
  const { now, id } = event;
  const sent = { ...step.sent, now };
  const next: State = { ...state, step: { ...step, sent } };
  const isEnded = step.is === 'push' && !!step.ended;
  if ((now < sent.endsAt && !isEnded) || now < sent.resendAt) return [next, tickOf(id)];
  return step.is === 'code' && !state.request ? [{ ...next, problem: { text: text.codeOver, field: 'code' } }] : [next];
}

/** The shopper asks for another code, or another push. */
export function resend(state: State): Result {
  const { step } = state;
  if (!('sent' in step && step.sent) || secondsToResend(step.sent) > 0) return [state];
  return step.is === 'code' ? ask(state, 'resendCode', {}) : ask(state, 'requestPush', { phone: step.phone });
}

/** How many seconds it takes until it can be sent again. */
export const secondsToResend = ({ now, resendAt }: Countdown): number =>
  Math.max(0, Math.ceil((resendAt - now) / SECOND_MS));

/** What a screen reader should hear of a countdown, once each: it was sent again, and its last minute begins. */
export function announcementOf({ now, endsAt, resendAt, isAgain }: Countdown): string {
  const left = endsAt - now;
  if (left <= LAST_MINUTE_MS && left > LAST_MINUTE_MS - ANNOUNCED_MS) return text.minuteLeft;
  return isAgain && now < resendAt ? text.sentAgain : '';
}
