/**
 * The popup's whole behaviour: what happens (an event) turns what is (a state) into what is next and what to do about
 * it (effects). Pure: no clock, no DOM, no network; each of them comes in as an event and goes out as an effect.
 */

import { again, answered, lost, poll, refused } from './answers';
import { firstStepOf, hasTyped } from './carry';
import { resend, ticked } from './countdown';
import type { Event } from './events';
import { firstState, type State } from './flow';
import { consent, erase, press, submit, type, typeDigit } from './forms';
import {
  andThen,
  ask,
  back,
  canTakeOtherMethod,
  close,
  enter,
  failure,
  firstFocus,
  leave,
  open,
  type Result,
  resume,
} from './moves';
import { charge, choosePoints, passed, split } from './points';

/**
 * An entry of the history costs the browser some ms: a prepared screen is to be drawn before, so it has two frames'
 * time.
 */
const DRAWN_MS = 30;

/** A call is in flight that the shopper waits for. The wait for a push is in flight as long as its screen is shown. */
export const isBusy = (state: State): boolean => !!state.request && state.request.call !== 'awaitPush';

/**
 * The host prepares the frame, or opens it: a session is opened once for a transaction, as soon as its token is known.
 */
function begin(state: State, event: Event & { type: 'PREPARED' | 'OPENED' }): Result {
  const { transaction, origin } = event;
  const isOpened = event.type === 'OPENED';
  const hasToken = transaction.mctTrToken !== '';
  // A token that is missing is on its way: there is nothing to do yet but to show the opening screen.
  if (!hasToken && (state.shown || !isOpened)) return [{ ...state, origin }];
  if (state.shown && !isOpened) return [state];
  const known = state.transaction;
  const isSame = known.mctTrToken === transaction.mctTrToken && known.userAuthToken === transaction.userAuthToken;
  if (isSame && hasToken) {
    if (state.shown || !isOpened) return [state];
    const revealed = reveal(state);
    return state.again ? andThen(revealed, again) : revealed;
  }
  const { shown, byPointer, lastId, request } = state;
  const { lastMethod = null } = event;
  const kept = { shown, byPointer, lastId, request, lastMethod };
  const fresh: State = { ...firstState(state.largeText), ...kept, transaction, origin };
  const entered = enter(fresh, { is: 'opening' });
  const visible = isOpened && !shown ? andThen(entered, reveal) : entered;
  return hasToken ? andThen(visible, open) : visible;
}

/**
 * The layer is gone, and may become visible again. As before the page has said anything, whoever sees it all the same
 * can close it.
 */
const closedByHost = ({ largeText, byPointer, lastId }: State): Result => [
  { ...firstState(largeText), byPointer, lastId },
  { type: 'leave', message: null },
];

/** The layer becomes visible. */
const reveal = (state: State): Result => [
  { ...state, shown: true },
  { type: 'focus', target: firstFocus(state.step) },
  { type: 'wait', timer: 'DRAWN', id: state.lastId, ms: DRAWN_MS },
];

/**
 * The shopper wants out. What was typed would be lost, so they are asked once; the second time they mean it. The
 * browser's Back has taken our history entries, so the question needs them anew.
 */
function wantOut(state: State): Result {
  if (state.asking || !hasTyped(state.step)) return close(state);
  return [
    { ...state, asking: true },
    { type: 'keepEntries', count: state.path.length },
    { type: 'focus', target: 'title' },
  ];
}

/**
 * After the outcome nothing counts. But whoever still sees the layer, or thinks that it is open, has not heard of it.
 */
const isUnanswered = ({ type }: Event): boolean => /^(CLOSE_PRESSED|OPENED)/.test(type);

/** The state after an event, and what is to be done. An event that does not fit changes nothing. */
export function reduce(state: State, event: Event): Result {
  const { step, request } = state;
  if (event.type === 'CLOSED_BY_HOST') return closedByHost(state);
  if (state.over) return isUnanswered(event) ? [state, { type: 'repeatOutcome' }] : [state];
  switch (event.type) {
    case 'PREPARED':
    case 'OPENED':
      return begin(state, event);
    case 'OPENED_WRONGLY':
      return leave(state, { type: 'FAILED', result: { errorObject: failure('1000', event.detail) } });
    case 'ANSWERED':
    case 'REFUSED':
    case 'LOST':
    case 'SLOW':
      // A late answer, to a call that no longer matters, is dropped.
      if (!request || request.id !== event.id) return [state];
      if (event.type === 'ANSWERED') return answered(state, event);
      if (event.type === 'REFUSED') return refused(state, event.refusal);
      return event.type === 'LOST' ? lost(state, event.why) : [{ ...state, request: { ...request, slow: true } }];
    case 'TICKED':
      return ticked(state, event);
    case 'POLL_DUE':
      return step.is === 'push' && step.polling && !request && state.lastId === event.id ? poll(state) : [state];
    case 'HAND_CHANGED':
      return [{ ...state, byPointer: event.byPointer }];
    case 'SETTLED':
      return passed(state, event.id);
    case 'DONE_SHOWN':
      return step.is === 'done' ? close(state) : [state];
    case 'CAME_BACK':
      if (step.is === 'push' && step.polling && !isBusy(state)) return poll(state);
      return state.again ? again(state) : [state];
    case 'RESTORED':
      if (!request) return [state];
      return request.call === 'open' || request.call === 'awaitPush' ? again(state) : lost(state, 'network');
  }
  // What is prepared is out of sight. Before the page has said anything, the layer may be visible, and can be closed.
  if (!state.shown && (state.origin || event.type !== 'CLOSE_PRESSED')) return [state];
  switch (event.type) {
    case 'DRAWN':
      return [state, { type: 'keepEntries', count: state.path.length }];
    case 'CLOSE_PRESSED':
      return wantOut(state);
    case 'STAY_PRESSED':
    case 'BACK_PRESSED':
    case 'WENT_BACK':
      if (event.type === 'WENT_BACK' && event.outside) return wantOut(state);
      return state.asking ? resume(state) : back(state);
    case 'TEXT_SIZE_CHANGED': {
      const large = !state.largeText;
      return [
        { ...state, largeText: large },
        { type: 'rememberTextSize', large },
      ];
    }
  }
  // Whatever was pressed before the question came is about a screen that is not seen now.
  if (state.asking) return [state];
  switch (event.type) {
    case 'TRY_AGAIN_PRESSED':
      return request ? (request.slow ? again(state) : [state]) : again(state);
    case 'TYPED':
      return type(state, event.field, event.value, event.stays);
    case 'CODE_RECEIVED':
      return type(state, 'code', event.code);
    case 'CONSENTED':
      return consent(state, event.to, event.value);
    case 'CONSENTS_UNFOLDED':
      return step.is === 'phone' ? [{ ...state, step: { ...step, unfolded: !step.unfolded } }] : [state];
    case 'CHARGE_CHOSEN':
      return charge(state, event.value);
    case 'SPLIT_CHOSEN':
      return split(state, event.value);
    case 'AMOUNT_CHOSEN':
      return choosePoints(state, event.amount);
  }
  // The rest either calls the server or changes what was sent: not while the shopper waits for an answer.
  if (isBusy(state)) return [state];
  switch (event.type) {
    case 'METHOD_CHOSEN':
      return step.is === 'method' ? enter(state, firstStepOf(event.method, state.carried)) : [state];
    case 'SUBMITTED':
      return submit(state, event.from);
    case 'KEY_PRESSED':
      return press(state, event.position);
    case 'DIGIT_TYPED':
      return typeDigit(state, event.digit);
    case 'ERASED':
    case 'CLEARED':
      return erase(state, event.type === 'CLEARED');
    case 'PIN_FORGOTTEN':
      return step.is === 'pin' ? ask(state, 'forgetPin', {}) : [state];
    case 'RESEND_ASKED':
      return resend(state);
    case 'OTHER_METHOD_ASKED':
      return canTakeOtherMethod(step) ? enter(state, { is: 'method' }) : [state];
  }
}
