import { describe } from 'vitest';
import type { Event, Field } from '../../ui/flow';
import { at, calling, EVERY_CONSENT, PERSON, STEPS } from './states';
import { check, type Row, send, slow, UNCHANGED } from './table';

const typed = (field: Field, value: string): Event => ({ type: 'TYPED', field, value });
const person = (change: object) => at('phone', { step: { is: 'phone', person: { ...PERSON, ...change } } });

describe('typing', () => {
  const rows: Row[] = [
    [
      'a card number keeps its digits',
      at('card'),
      typed('cardNumber', '1234-5678 9012 3456 99'),
      { step: { cardNumber: '1234567890123456' } },
    ],
    [
      'a number may be international',
      person({}),
      typed('phone', '+82 10-1234-5678'),
      { step: { person: { phone: '01012345678' } } },
    ],
    [
      'a birth date may be a whole one',
      person({}),
      typed('birthDate', '1990-01-02'),
      { step: { person: { birthDate: '900102' } } },
    ],
    [
      'a seventh digit of a birth date is dropped',
      person({}),
      typed('birthDate', '9001021'),
      { step: { person: { birthDate: '900102' } } },
    ],
    [
      'a name is cut at 40 characters',
      person({}),
      typed('name', '가'.repeat(50)),
      { step: { person: { name: '가'.repeat(40) } } },
    ],
    ['an amount has no leading zero', at('points'), typed('ocbPoint', '0,012'), { step: { ocbPoint: '12' } }],
    ['a field that the screen does not have is not typed into', at('card'), typed('code', '1'), { step: STEPS.card }],
    [
      'typing takes back what was said of the field',
      at('card', { problem: { text: '!', field: 'cardNumber' } }),
      typed('cardNumber', '1'),
      { problem: null },
    ],
    [
      'typing leaves what was said of another',
      at('card', { problem: { text: '!', field: 'cardNumber' } }),
      typed('cardPassword', '1'),
      { problem: { field: 'cardNumber' } },
    ],
    [
      'a whole code is sent at once, spaces and dashes and all',
      at('code'),
      typed('code', '12 34-56'),
      { step: { code: '123456' } },
      [send('confirmCode', { code: '123456' }), slow(8)],
    ],
    [
      'a code read by the browser is sent at once',
      at('code'),
      { type: 'CODE_RECEIVED', code: '654321' },
      {},
      [send('confirmCode', { code: '654321' }), slow(8)],
    ],
    ['a whole code is not sent twice', calling('code', 'confirmCode'), typed('code', '123456'), { request: { id: 7 } }],
    [
      'all consents at once',
      person({ consents: { ...EVERY_CONSENT, uniqueId: false } }),
      { type: 'CONSENTED', to: 'all', value: true },
      { step: { person: { consents: EVERY_CONSENT } } },
    ],
    [
      'one consent',
      person({}),
      { type: 'CONSENTED', to: 'uniqueId', value: false },
      { step: { person: { consents: { uniqueId: false, personalInfo: true } } } },
    ],
    ['a consent elsewhere is nothing', at('card'), { type: 'CONSENTED', to: 'all', value: true }, UNCHANGED],
    [
      'use all: dutum points first, up to the amount',
      at('points'),
      { type: 'ALL_USED' },
      { step: { ocbPoint: '10000', dutumPoint: '1000' } },
    ],
    ['charging is chosen', at('points'), { type: 'CHARGE_CHOSEN', value: true }, { step: { charge: true } }],
    [
      'large text is remembered',
      at('method'),
      { type: 'TEXT_SIZE_CHANGED' },
      { largeText: true },
      [{ type: 'rememberTextSize', large: true }],
    ],
  ];
  check(rows);
});
