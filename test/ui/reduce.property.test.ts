import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FRONT_CALLS, type FrontCall } from '../../contract/front-api';
import type { Event } from '../../ui/events';
import { firstState, type State } from '../../ui/flow';
import { reduce } from '../../ui/reduce';
import { KEYPAD, OPENED, POINTS, TRANSACTION } from './states';

const PASSWORD = 'secret-password';
const CODE = '864209';
const TOKEN = 'secret-use-token';

const steps = fc.constantFrom(
  { step: 'method' },
  { step: 'newPin', keypad: KEYPAD },
  { step: 'confirmPin', keypad: KEYPAD },
  { step: 'pin', keypad: KEYPAD, attemptsLeft: 3 },
  POINTS,
);
const sent = { now: 0, expiresAt: 180_000, resendAt: 10_000, attemptsLeft: 5 };

/** What the front server could answer to the call in flight. */
const answerTo = (call: FrontCall, step: object): object => {
  if (call === 'open') return { session: 'S', merchantName: 'M', mctAmount: 20_000, now: 0, expiresAt: 9, next: step };
  if (call === 'authorize') return { ocbUseTrAuthToken: TOKEN, mctAmount: 20_000, dutumPoint: 0, usePoint: 1 };
  return /^re\w+(Code|Push)$/.test(call) ? sent : step;
};

/** What may happen next, given the state: answers are to the call in flight, or late. */
type Happening = (state: State) => Event | Event[];

const always =
  (...events: Event[]): Happening =>
  () =>
    events;
const id = (state: State, late: boolean): number => (state.request && !late ? state.request.id : 0);
const late = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

const answers = fc.tuple(steps, late).map(
  ([step, isLate]): Happening =>
    (state) => {
      const call = state.request?.call ?? 'open';
      return { type: 'ANSWERED', id: id(state, isLate), now: 0, call, answer: answerTo(call, step) } as Event;
    },
);
const refusals = fc
  .record({
    errorCode: fc.constantFrom('2001', '2002', '2200', '2300', '2301', '2401', '2503', '4016', '5000', '9999'),
    next: fc.constantFrom('retry', 'retry', 'retry', 'reauthenticate', 'reauthenticate', 'stop'),
    step: fc.option(steps, { nil: undefined }),
    attemptsLeft: fc.option(fc.nat(5), { nil: undefined }),
    late,
  })
  .map(
    ({ errorCode, late: isLate, ...refusal }): Happening =>
      (state) =>
        ({
          type: 'REFUSED',
          id: id(state, isLate),
          refusal: {
            ...refusal,
            trouble: { sentences: ['s'], remedy: 'here' },
            errorObject: { errorCode, errorMessage: 'm', errorDetailMessage: 'd' },
          },
        }) as Event,
  );
const losses = fc.constantFrom('offline', 'network', 'nonsense').map(
  (why): Happening =>
    (state) =>
      ({ type: 'LOST', id: id(state, false), why }) as Event,
);
const times = fc.tuple(fc.constantFrom('SLOW', 'TICKED', 'POLL_DUE', 'SETTLED', 'DONE_SHOWN'), fc.nat(400_000)).map(
  ([type, now]): Happening =>
    (state) =>
      ({ type, id: state.lastId, now }) as Event,
);

/** The points screen is no longer new. */
const settle: Happening = ({ step }) => ({ type: 'SETTLED', id: step.is === 'points' ? step.heldBy : 0, now: 0 });

/** A while after something was sent, the shopper asks for it again. */
const askAgain: Happening = ({ step }) =>
  'sent' in step && step.sent
    ? [{ type: 'TICKED', id: step.sent.id, now: 20_000 }, { type: 'RESEND_ASKED' }]
    : { type: 'RESEND_ASKED' };

const FIELDS = [
  ['cardNumber', '1234123412341234'],
  ['cardPassword', PASSWORD],
  ['name', '김하늘'],
  ['birthDate', '900101'],
  ['firstDigit', '2'],
  ['carrier', 'SKT'],
  ['phone', '01012345678'],
  ['code', CODE],
  ['amount', '800'],
  ['ocbPoint', '900'],
  ['dutumPoint', '99'],
].map(([field, value]) => ({ type: 'TYPED', field, value }) as Event);

/** Fills in whatever there is, and sends it. */
const fillIn = always(
  ...FIELDS,
  { type: 'CONSENTED', to: 'all', value: true },
  { type: 'SUBMITTED' },
  ...[0, 1, 2, 3, 4, 6].map((position): Event => ({ type: 'KEY_PRESSED', position })),
);

const shopper = fc.oneof(
  fc.constant(fillIn),
  fc.nat(FIELDS.length - 1).map((index) => always(FIELDS[index] as Event)),
  fc.constantFrom('card', 'phone', 'push').map((method) => always({ type: 'METHOD_CHOSEN', method } as Event)),
  fc.nat(9).map((position) => always({ type: 'KEY_PRESSED', position })),
  fc.nat(9).map((digit) => always({ type: 'DIGIT_TYPED', digit })),
  fc.boolean().map((value) => always({ type: 'CONSENTED', to: 'all', value })),
  fc.boolean().map((value) => always({ type: 'CHARGE_CHOSEN', value })),
  fc.boolean().map((value) => always({ type: 'SPLIT_CHOSEN', value })),
  fc.constantFrom('', '500', '5000').map((amount) => always({ type: 'AMOUNT_CHOSEN', amount })),
  fc.boolean().map((byPointer) => always({ type: 'HAND_CHANGED', byPointer })),
  fc.constant(settle),
  fc
    .constantFrom(
      ...([
        'SUBMITTED',
        'SUBMITTED',
        'ERASED',
        'CLEARED',
        'PIN_FORGOTTEN',
        'RESEND_ASKED',
        'OTHER_METHOD_ASKED',
        'STAY_PRESSED',
      ] as const),
      ...(['TRY_AGAIN_PRESSED', 'TEXT_SIZE_CHANGED', 'CAME_BACK', 'RESTORED'] as const),
    )
    .map((type) => always({ type })),
  fc.constant(always({ type: 'CODE_RECEIVED', code: CODE })),
  fc.constant(askAgain),
);
const backs = fc.constantFrom(always({ type: 'BACK_PRESSED' }), always({ type: 'WENT_BACK', outside: false }));
const host = fc.constantFrom(
  always(OPENED),
  always({ type: 'PREPARED', transaction: TRANSACTION, origin: 'https://shop.test' }),
);
const journey = fc.array(
  fc.oneof(
    { arbitrary: answers, weight: 20 },
    { arbitrary: shopper, weight: 30 },
    { arbitrary: refusals, weight: 2 },
    { arbitrary: backs, weight: 1 },
    { arbitrary: losses, weight: 1 },
    { arbitrary: times, weight: 1 },
    { arbitrary: host, weight: 1 },
  ),
  { maxLength: 120, size: 'max' },
);

test('whatever happens, nothing crashes, there is exactly one outcome, and no secret outlives its use', () => {
  const reached = new Set<string>();
  const called = new Set<string>();
  fc.assert(
    fc.property(journey, fc.constantFrom('CLOSE_PRESSED', 'CLOSED_BY_HOST'), (happenings, ending) => {
      let state = reduce(firstState(false), OPENED)[0];
      let outcomes = 0;
      const happen = (event: Event): void => {
        const [next, ...effects] = reduce(state, event);
        for (const effect of effects) {
          if (effect.type === 'leave' && effect.message) outcomes += 1;
          if (effect.type === 'send') called.add(effect.call);
        }
        reached.add(next.step.is);
        const failed = event.type === 'REFUSED' || event.type === 'LOST';
        if (next.over || (failed && next !== state)) {
          const all = JSON.stringify(next);
          for (const secret of [PASSWORD, CODE, TOKEN]) expect(all).not.toContain(secret);
          if ('positions' in next.step) expect(next.step.positions).toEqual([]);
        }
        if (state.over) expect(next).toBe(state);
        if (next.shown) expect(next.path.length).toBeGreaterThan(0);
        state = next;
      };
      for (const happening of happenings) for (const event of [happening(state)].flat()) happen(event);
      const isOver = state.over;
      // Whoever has typed something is asked first.
      if (!isOver) happen({ type: ending } as Event);
      if (!state.over && ending === 'CLOSE_PRESSED') happen({ type: ending } as Event);
      expect(outcomes).toBe(state.over ? 1 : 0);
      expect(state.over).toBe(ending === 'CLOSE_PRESSED' || isOver);
      // Whoever is shown the layer after the page's own CLOSE is not trapped in it.
      happen({ type: 'CLOSE_PRESSED' });
      expect(outcomes).toBe(1);
      happen({ type: 'DONE_SHOWN', id: state.lastId, now: 0 });
      expect(outcomes).toBe(1);
    }),
    { numRuns: 600, seed: 1 },
  );
  expect([...reached].sort()).toEqual(
    [
      'card',
      'code',
      'confirmPin',
      'done',
      'method',
      'newPin',
      'opening',
      'phone',
      'pin',
      'points',
      'push',
      'stop',
    ].sort(),
  );
  expect([...called].sort()).toEqual(Object.keys(FRONT_CALLS).sort());
});
