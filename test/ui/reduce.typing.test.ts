import { describe, expect } from 'vitest';
import type { Event } from '../../ui/events';
import type { Field } from '../../ui/flow';
import { at, calling, EVERY_CONSENT, PERSON, STEPS } from './states';
import { check, focus, type Row, send, slow, UNCHANGED } from './table';

const typed = (field: Field, value: string): Event => ({ type: 'TYPED', field, value });
const person = (change: object) => at('phone', { step: { is: 'phone', person: { ...PERSON, ...change } } });

const said = (field?: Field) => ({ problem: { text: '!', ...(field && { field }) } });

describe('typing', () => {
  const rows: Row[] = [
    [
      'a field that the screen does not have is not typed into',
      at('card'),
      typed('code', '1'),
      { step: expect.not.objectContaining({ code: '1' }) },
    ],
    [
      'a field that the person does not have is not typed into',
      person({}),
      typed('code', '1'),
      { step: { person: expect.not.objectContaining({ code: '1' }) } },
    ],
    [
      'typing takes back what was said of the field',
      at('card', said('cardNumber')),
      typed('cardNumber', '1'),
      { problem: null },
    ],
    ['typing takes back what was said of no field', at('card', said()), typed('cardNumber', '1'), { problem: null }],
    [
      'typing leaves what was said of another',
      at('card', said('cardNumber')),
      typed('cardPassword', '1'),
      { problem: { field: 'cardNumber' } },
    ],
    ['a code that is not whole is not sent', at('code'), typed('code', '12345'), { step: { code: '12345' } }],
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
      'a whole code is sent by its own field only',
      at('code', { step: { ...STEPS.code, code: '123456' } }),
      typed('phone', '1'),
      { request: null },
    ],
    [
      'large text is remembered',
      at('method'),
      { type: 'TEXT_SIZE_CHANGED' },
      { largeText: true },
      [{ type: 'rememberTextSize', large: true }],
    ],
    [
      'so is small text again',
      at('method', { largeText: true }),
      { type: 'TEXT_SIZE_CHANGED' },
      { largeText: false },
      [{ type: 'rememberTextSize', large: false }],
    ],
  ];
  check(rows);
});

describe('consents', () => {
  const none = { personalInfo: false, uniqueId: false, carrierTerms: false, serviceTerms: false };
  const all = (value: boolean): Event => ({ type: 'CONSENTED', to: 'all', value });
  const one = (value: boolean): Event => ({ type: 'CONSENTED', to: 'uniqueId', value });
  const consents = (given: object) => ({ step: { is: 'phone', person: { ...PERSON, consents: given } } });
  const rows: Row[] = [
    [
      'all are given at once, and nothing else is to be done but to send',
      person({ consents: none }),
      all(true),
      consents(EVERY_CONSENT),
      [focus('primary')],
    ],
    ['all are given before the rest is there', person({ consents: none, name: '' }), all(true), {}],
    ['all are taken back at once', person({}), all(false), consents(none)],
    ['one is given', person({ consents: none }), one(true), consents({ ...none, uniqueId: true })],
    ['one is taken back', person({}), one(false), consents({ ...EVERY_CONSENT, uniqueId: false })],
    ['one that was missing is no longer said to be', at('phone', said('consents')), one(true), { problem: null }],
    ['what was said of a field stays', at('phone', said('name')), one(true), { problem: { field: 'name' } }],
    ['there are none elsewhere', at('card'), all(true), UNCHANGED],
  ];
  check(rows);
});
