import { describe, expect, test } from 'vitest';
import type { Event } from '../../ui/events';
import type { Method, State } from '../../ui/flow';
import { firstState } from '../../ui/flow';
import { refused } from './happenings';
import { at, calling, OPENED, PERSON, STEPS, stateAfter } from './states';

const BACK: Event = { type: 'BACK_PRESSED' };
const choose = (method: Method): Event => ({ type: 'METHOD_CHOSEN', method });
const typed = (field: 'name' | 'phone' | 'cardNumber' | 'cardPassword', value: string): Event => ({
  type: 'TYPED',
  field,
  value,
});

describe('nothing is asked twice', () => {
  test.each<[string, State, Method, object]>([
    ['the card number', at('card'), 'card', { cardNumber: STEPS.card.cardNumber, cardPassword: '' }],
    ['the person', at('phone'), 'phone', { person: PERSON }],
    ['the number, for the app', at('phone'), 'push', { phone: PERSON.phone, sent: null }],
    [
      'the number that was typed for the app',
      at('push', { step: { ...STEPS.push, phone: '01099998888' } }),
      'phone',
      {
        person: { phone: '01099998888' },
      },
    ],
  ])('%s is carried from method to method, over the way back', (_what, from, method, step) => {
    expect(stateAfter(from, BACK, choose(method)).step).toMatchObject(step);
  });

  test('what was typed survives a method that fails', () => {
    const locked = stateAfter(calling('phone', 'requestCode'), refused('2203'));
    expect(stateAfter(locked, choose('phone')).step).toMatchObject({ person: PERSON });
  });

  test('a password is never carried', () => {
    const card = stateAfter(at('method'), choose('card'), typed('cardNumber', '1'), typed('cardPassword', 'secret'));
    const left = stateAfter(card, BACK);
    expect(JSON.stringify(left)).not.toContain('secret');
    expect(stateAfter(left, choose('card')).step).toMatchObject({ cardNumber: '1', cardPassword: '' });
  });

  test('another transaction begins with nothing', () => {
    const transaction = { mctTrToken: 'another', userAuthToken: '' };
    const next = stateAfter(at('phone'), BACK, { type: 'OPENED', transaction, origin: 'https://shop.test' });
    expect(JSON.stringify(next)).not.toContain(PERSON.phone);
  });
});

describe('the last method of this browser at this merchant', () => {
  test('is known from the first screen on', () => {
    expect(stateAfter(firstState(false), { ...OPENED, lastMethod: 'push' } as Event).lastMethod).toBe('push');
  });

  test('is none where nothing is stored', () => {
    expect(stateAfter(firstState(false), OPENED).lastMethod).toBeNull();
  });
});
