import { describe } from 'vitest';
import type { Field, State } from '../../ui/flow';
import { wait } from './happenings';
import { at, calling, POINTS, STEPS } from './states';
import { check, type Row } from './table';

/** What is kept of what the shopper types, pastes or lets the browser fill in. */

const OFFER = { name: 'a', usable: true, minAmount: 0, reason: null };
/** With more of every kind of points than one payment may use. */
const RICH = { ...POINTS, ocbPoint: 1_000_000, dutumPoints: [{ ...OFFER, balance: 1_000_000 }] };

/** The screen with a field. */
const SCREENS = {
  card: at('card'),
  phone: at('phone'),
  push: at('push', { step: { is: 'push', phone: '', sent: null, number: '', polling: false, misses: 0 } }),
  // A code in flight: a whole one would be sent.
  code: calling('code', 'confirmCode'),
  points: at('points', { mctAmount: 0, step: { ...STEPS.points, available: RICH } }),
} satisfies { [screen: string]: State };

const kept = (screen: keyof typeof SCREENS, field: Field, typed: string, expected: string, why: string): Row => [
  `${field}: ${why}`,
  SCREENS[screen],
  { type: 'TYPED', field, value: typed },
  { step: screen === 'phone' ? { person: { [field]: expected } } : { [field]: expected } },
  screen === 'points' ? [wait('SETTLED', 8, 800)] : [],
];

describe('what is kept of a number', () => {
  check([
    kept('card', 'cardNumber', '0123-4567 8901 2345 6', '0123456789012345', '16 digits, also a zero in front'),
    kept('phone', 'firstDigit', '2345678', '2', 'the first digit of what follows the birth date'),
    kept('phone', 'phone', '010-1234-56789', '01012345678', '11 digits'),
    kept('code', 'code', '[012 3456]', '012345', '6 digits, also a zero in front'),
    kept('points', 'amount', '123,456', '123456', 'no separators'),
    kept('points', 'amount', '0', '0', 'a zero by itself'),
    kept('points', 'ocbPoint', '0,012', '12', 'no zero in front'),
    kept('points', 'dutumPoint', '100', '100', 'zeros at the end'),
    kept('points', 'amount', 'all', '', 'no letters'),
  ]);
});

describe('what is kept of a telephone number', () => {
  check([
    kept('phone', 'phone', '+82 10-1234-5678', '01012345678', 'international'),
    kept('phone', 'phone', ' +82 10-1234-5678', '01012345678', 'international after a space'),
    kept('phone', 'phone', '+82--010 1234 5678', '01012345678', 'international, and the zero besides'),
    kept('phone', 'phone', '821012345678', '01012345678', 'international without a plus'),
    kept('phone', 'phone', '01082821234', '01082821234', '82 in the middle'),
    kept('push', 'phone', '+82 10-1234-5678', '01012345678', 'international, for the app'),
    kept('card', 'cardNumber', '8212345678901234', '8212345678901234', '82 in front of another number'),
  ]);
});

describe('what is kept of a birth date', () => {
  check([
    kept('phone', 'birthDate', '900102', '900102', 'six digits'),
    kept('phone', 'birthDate', '1990-01-02', '900102', 'without the century'),
    kept('phone', 'birthDate', '1990-01-023', '900102', 'nothing after a whole one'),
    kept('phone', 'birthDate', '9001021', '900102', 'nothing after six digits'),
  ]);
});

describe('what is kept of a text', () => {
  check([
    kept('phone', 'name', '가'.repeat(50), '가'.repeat(40), '40 characters'),
    kept('phone', 'name', ' Kim 2세', ' Kim 2세', 'spaces and digits'),
    kept('card', 'cardPassword', 'x'.repeat(70), 'x'.repeat(64), '64 characters'),
    kept('phone', 'carrier', 'SKT_MVNO', 'SKT_MVNO', 'a choice as it is'),
  ]);
});
