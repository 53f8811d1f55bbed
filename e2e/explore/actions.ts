import fc from 'fast-check';
import { ERRORS, type ErrorCode } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import { FRONT_REFUSALS } from '../../contract/front-refusals';
import { anyMessage } from './messages';

/** What a page passes as `mctTrToken`. `promised` comes after 300 ms, `late` after 20 s. */
export type TokenKind = 'right' | 'wrong' | 'none' | 'promised' | 'late' | 'never' | 'rejected' | 'number' | 'object';

/** A window that sends a message; `impostor` is one of the front server's origin that is not the layer's. */
export type Sender = 'page' | 'stranger' | 'impostor' | 'popup';

/** What somebody does. Plain data, so that a counter-example can be printed, and kept. */
export type Action =
  // the shopper
  /** Does what the screen asks for. */
  | { does: 'advance' }
  /** Clicks one of the controls that can be seen. */
  | { does: 'press'; nth: number }
  | { does: 'write'; text: string }
  | { does: 'key'; key: string }
  | { does: 'goBack' }
  // the merchant's page
  | { does: 'show' | 'setParams'; instance: number; token: TokenKind; locale?: 'ko' | 'en' }
  | { does: 'forceClose'; instance: number }
  | { does: 'sabotage'; how: 'removeDialog' | 'removeFrame' | 'closeDialogs' | 'moveFocus' }
  | { does: 'say'; from: Sender; to: 'page' | 'popup'; message: unknown }
  // the network
  | { does: 'fault'; call: string; errorCode?: ErrorCode; delayMs?: number; drop?: boolean; after?: boolean }
  | { does: 'clearFaults' }
  | { does: 'goOffline' }
  | { does: 'goOnline' }
  /** The next answer is something else. */
  | { does: 'garble'; what: 'popup' | 'call'; status: number; body: string }
  // time
  /** All timers run. */
  | { does: 'wait'; ms: number }
  /** The time is another at once, as after a computer's sleep. */
  | { does: 'jump'; ms: number }
  | { does: 'turnServerClock'; ms: number }
  /** Nobody does anything until the popup's document is there and waits for the shopper. */
  | { does: 'settle' };

/** A visit to a merchant's page: who comes, what happens, and how they leave a layer that is still open then. */
export interface Visit {
  member: 'has-pin' | 'no-pin';
  actions: Action[];
  leaves: 'by 닫기' | 'by Esc';
}

const instance = fc.constantFrom(0, 0, 0, 1, 2);
const token = fc.constantFrom<TokenKind>(
  ...(['right', 'right', 'right', 'right', 'promised', 'promised'] as const),
  ...(['late', 'never', 'rejected', 'wrong', 'none', 'number', 'object'] as const),
);
const locale = fc.option(fc.constantFrom('ko' as const, 'en' as const), { nil: undefined, freq: 3 });

const opening = (does: 'show' | 'setParams') =>
  fc
    .record({ does: fc.constant(does), instance, token, locale })
    .map(({ locale, ...action }) => (locale ? { ...action, locale } : action));

const fault = fc.oneof(
  fc.constantFrom(...(Object.keys(FRONT_REFUSALS) as FrontCall[])).chain((call) =>
    fc.oneof(
      fc
        .constantFrom(...FRONT_REFUSALS[call].filter((code) => code in ERRORS))
        .map((errorCode) => ({ call, errorCode })),
      fc.record({ call: fc.constant(call), drop: fc.constant(true), after: fc.boolean() }),
      fc.record({ call: fc.constant(call), delayMs: fc.constantFrom(100, 1_000) }),
    ),
  ),
  fc.constantFrom({ call: 'popup', drop: true }, { call: 'popup', delayMs: 1_000 }, { call: '*', drop: true }),
);

const GARBAGE = [
  '',
  '{',
  'null',
  '[]',
  '{}',
  '<h1>502 Bad Gateway</h1>',
  '{"next":{"step":"points"}}',
  '{"step":"pin","keypad":{}}',
];

const weighted: [number, fc.Arbitrary<Action>][] = [
  [30, fc.constant({ does: 'advance' })],
  [8, fc.record({ does: fc.constant('press'), nth: fc.nat({ max: 20 }) })],
  [
    3,
    fc.record({
      does: fc.constant('write'),
      text: fc.constantFrom('1', '30000', '246813', '한글', 'x y', '9'.repeat(40)),
    }),
  ],
  [
    4,
    fc.record({
      does: fc.constant('key'),
      key: fc.constantFrom('Escape', 'Tab', 'Shift+Tab', 'Enter', 'Space', 'Backspace'),
    }),
  ],
  [3, fc.constant({ does: 'goBack' })],
  [10, opening('show')],
  [3, opening('setParams')],
  [1, fc.record({ does: fc.constant('forceClose'), instance })],
  [
    3,
    fc.record({
      does: fc.constant('sabotage'),
      how: fc.constantFrom('removeDialog', 'removeFrame', 'closeDialogs', 'moveFocus'),
    }),
  ],
  [
    5,
    fc.record({
      does: fc.constant('say'),
      from: fc.constantFrom('page', 'stranger', 'impostor', 'popup'),
      to: fc.constantFrom('page', 'popup'),
      message: anyMessage,
    }),
  ],
  [4, fault.map((set) => ({ does: 'fault', ...set }))],
  [1, fc.constant({ does: 'clearFaults' })],
  [4, fc.constant({ does: 'settle' })],
  [1, fc.constant({ does: 'goOffline' })],
  [3, fc.constant({ does: 'goOnline' })],
  [
    2,
    fc.record({
      does: fc.constant('garble'),
      what: fc.constantFrom('popup', 'call'),
      status: fc.constantFrom(200, 200, 400, 404, 500, 503),
      body: fc.constantFrom(...GARBAGE),
    }),
  ],
  [6, fc.record({ does: fc.constant('wait'), ms: fc.constantFrom(1, 50, 250, 600, 1_500, 11_000) })],
  [2, fc.record({ does: fc.constant('jump'), ms: fc.constantFrom(1_000, 11_000, 31_000, 61_000, 600_000) })],
  [1, fc.record({ does: fc.constant('turnServerClock'), ms: fc.constantFrom(60_000, 600_000, 86_400_000) })],
] as [number, fc.Arbitrary<Action>][];

const action: fc.Arbitrary<Action> = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Most actions of one visit. */
const MOST_ACTIONS = 60;

/** Visits of all kinds. */
export const anyVisit: fc.Arbitrary<Visit> = fc.record({
  member: fc.constantFrom('has-pin', 'no-pin'),
  actions: fc.array(action, { minLength: 1, maxLength: MOST_ACTIONS, size: 'max' }),
  leaves: fc.constantFrom('by 닫기', 'by Esc'),
});
