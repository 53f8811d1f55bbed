/**
 * How the gallery's states come about: the reducer itself arrives at them, from events that can happen. A state that is
 * impossible cannot be listed, for what does not happen there throws.
 */
import * as text from 'words';
import { ERRORS, type ErrorCode, type ErrorRow } from '../../contract/errors';
import type { FrontCall, FrontRefusal, FrontResponse } from '../../contract/front-api';
import { FRONT_REFUSALS } from '../../contract/front-refusals';
import { troubleOf } from '../../contract/front-troubles';
import { saidIn, type Trouble } from '../../contract/troubles';
import type { Effect, Event } from '../events';
import { firstState, type State } from '../flow';
import { reduce } from '../reduce';

/** A state, and what has the focus in it. */
export interface Moment {
  state: State;
  focus: (Effect & { type: 'focus' })['target'];
}

type Happening = Event | ((state: State) => Event);

/** The same time on every clock. */
const NOW = 0;

/** Returns the moment after what happens next. Throws if that changes nothing. */
export const follow = (moment: Moment, ...happenings: Happening[]): Moment =>
  happenings.reduce(({ state, focus }, happening) => {
    const event = typeof happening === 'function' ? happening(state) : happening;
    const [next, ...effects] = reduce(state, event);
    if (next === state) throw new Error(`${event.type} changes nothing at "${state.step.is}".`);
    const focused = effects.filter((effect) => effect.type === 'focus').pop();
    return { state: next, focus: focused?.target ?? focus };
  }, moment);

/** The call in flight, if there may be such a call. */
function inFlight({ request, step }: State, isExpected: (call: FrontCall) => boolean) {
  if (request && isExpected(request.call)) return request;
  throw new Error(`At "${step.is}" the call in flight is ${request?.call}.`);
}

/** The front server answers the call in flight. */
export const answered =
  <C extends FrontCall>(call: C, answer: FrontResponse<C>) =>
  (state: State): Event => {
    const { id } = inFlight(state, (sent) => sent === call);
    return { type: 'ANSWERED', id, now: NOW, call, answer } as Event;
  };

/** What the front server tells the shopper of it. */
export const saying = (trouble: Trouble): Pick<FrontRefusal, 'trouble'> => ({ trouble: saidIn(text.locale, trouble) });

/** The front server refuses the call in flight, with a code that it can refuse it with. */
export const refused =
  (code: ErrorCode, more: Partial<FrontRefusal> = {}) =>
  (state: State): Event => {
    const { id } = inFlight(state, (sent) => FRONT_REFUSALS[sent].includes(code));
    const { next, field, outcome, [text.locale]: errorMessage }: ErrorRow = ERRORS[code];
    const errorObject = { errorCode: code, errorMessage, errorDetailMessage: '' };
    const said = saying(troubleOf(code));
    return { type: 'REFUSED', id, refusal: { errorObject, ...said, next, field, outcome, ...more } as FrontRefusal };
  };

/** The call in flight is lost. */
export const lost =
  (why: (Event & { type: 'LOST' })['why']) =>
  (state: State): Event => ({ type: 'LOST', id: inFlight(state, () => true).id, why });

/** The call in flight has had no answer for 10 s. */
export const slow = (state: State): Event => ({ type: 'SLOW', id: inFlight(state, () => true).id, now: NOW });

/** Time has passed since the code, or the push, was sent. */
export const passed =
  (ms: number) =>
  ({ step }: State): Event => {
    if ('sent' in step && step.sent) return { type: 'TICKED', id: step.sent.id, now: NOW + ms };
    throw new Error(`Nothing counts down at "${step.is}".`);
  };

/** The points screen, or what was chosen on it, is no longer new. */
export const settled = ({ lastId }: State): Event => ({ type: 'SETTLED', id: lastId, now: NOW });

export const typed = (fields: { [F in (Event & { type: 'TYPED' })['field']]?: string }): Event[] =>
  Object.entries(fields).map(([field, value]) => ({ type: 'TYPED', field, value }) as Event);

/** Keys of the keypad, from the first on. */
export const pressed = (count: number): Event[] =>
  Array.from({ length: count }, (_, position) => ({ type: 'KEY_PRESSED', position }));

const transaction = { mctTrToken: 'token', userAuthToken: '' };
const origin = 'https://shop.example';

/** The layer is visible, and its session is being opened. */
export const opening: Moment = follow(
  { state: firstState(false), focus: 'title' },
  { type: 'OPENED', transaction, origin },
);

/** The session is open. */
export const opened = (
  next: FrontResponse<'open'>['next'],
  { merchantName = '한빛서점', mctAmount = 30_000 } = {},
): Moment =>
  follow(
    opening,
    answered('open', { session: 'session', merchantName, mctAmount, now: NOW, expiresAt: NOW + 1_800_000, next }),
  );

/** A code or a push was sent just now. */
export const SENT = { now: NOW, expiresAt: NOW + 180_000, resendAt: NOW + 10_000, attemptsLeft: 5 };
