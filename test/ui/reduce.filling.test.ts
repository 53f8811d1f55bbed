import { describe, expect, test } from 'vitest';
import type { Event } from '../../ui/events';
import { isShown } from '../../ui/filling';
import type { Field, Person, State } from '../../ui/flow';
import { at, EVERY_CONSENT, PERSON, STEPS } from './states';
import { check, focus, keep, type Row, UNCHANGED } from './table';

/** How the shopper gets from field to field, with few keys, and what is shown on the way. */

const NO_CONSENT = { personalInfo: false, uniqueId: false, carrierTerms: false, serviceTerms: false };
const NOBODY: Person = { name: '', birthDate: '', firstDigit: '', carrier: '', phone: '', consents: NO_CONSENT };

const phone = (person: Partial<Person>): State =>
  at('phone', { step: { is: 'phone', person: { ...NOBODY, ...person } } });
const card = (cardNumber: string, cardPassword = ''): State =>
  at('card', { step: { ...STEPS.card, cardNumber, cardPassword } });

const typed = (field: Field, value: string, stays = false): Event => ({ type: 'TYPED', field, value, stays });
const enter = (from: string): Event => ({ type: 'SUBMITTED', from });

const NAME = { name: '김하늘' };
const BORN = { ...NAME, birthDate: '900101' };
const NATIONAL = { ...BORN, firstDigit: '2' };
const SUBSCRIBED = { ...NATIONAL, carrier: 'SKT' } as const;
const REACHED = { ...SUBSCRIBED, phone: '01012345678' };

describe('the last digit, or a choice, leads to the next field', () => {
  const moves = (what: string, before: State, event: Event, target: string): Row => [
    what,
    before,
    event,
    { problem: null },
    [focus(target)],
  ];
  check([
    moves('a card number', card('123412341234123'), typed('cardNumber', '1234123412341234'), 'cardPassword'),
    moves('a card number that was pasted', card(''), typed('cardNumber', '1234-1234-1234-1234'), 'cardPassword'),
    moves('a birth date', phone({ ...NAME, birthDate: '90010' }), typed('birthDate', '900101'), 'firstDigit'),
    moves('the first digit', phone(BORN), typed('firstDigit', '2'), 'carrier'),
    moves('a carrier', phone(NATIONAL), typed('carrier', 'KT_MVNO'), 'phone'),
    moves('the same carrier again', phone(SUBSCRIBED), typed('carrier', 'SKT'), 'phone'),
    moves('a number', phone({ ...SUBSCRIBED, phone: '0101234567' }), typed('phone', '01012345678'), 'consents'),
    moves(
      'past what is filled in already',
      phone({ ...REACHED, birthDate: '90010' }),
      typed('birthDate', '900101'),
      'consents',
    ),
  ]);
});

describe('nobody is taken away', () => {
  const stays = (what: string, before: State, event: Event): Row => [what, before, event, {}, []];
  check([
    stays('by a name: it may have another syllable', phone({}), typed('name', '김하늘')),
    stays('by a number that is not whole', card('1'), typed('cardNumber', '123412341234123')),
    stays('by a digit that is deleted', phone({ ...NATIONAL }), typed('birthDate', '90010')),
    stays('by a whole number that is typed over', card('1234123412341234'), typed('cardNumber', '1234123412341235')),
    stays('to a field that is filled in', card('1', 'secret'), typed('cardNumber', '1234123412341234')),
    stays('to a field that is begun', phone({ ...BORN, phone: '010' }), typed('carrier', 'SKT')),
    stays('while a field before is empty', phone({}), typed('birthDate', '900101')),
    stays('by what a browser fills in', card(''), typed('cardNumber', '1234123412341234', true)),
    stays('by arrow keys among the carriers', phone(NATIONAL), typed('carrier', 'KT', true)),
    stays('when everything is filled in', at('phone'), typed('carrier', 'SKT')),
  ]);
});

describe('Enter', () => {
  const goes = (from: string, before: State, target: string): Row => [
    `in ${from} leads to ${target}, without a word`,
    before,
    enter(from),
    { problem: null },
    [focus(target)],
  ];
  const says = (from: string, before: State, field: Field, count = 2): Row => [
    `in ${from} says what is wrong with ${field}`,
    before,
    enter(from),
    { problem: { field } },
    [keep(count), focus(field)],
  ];
  check([
    goes('name', phone(NAME), 'birthDate'),
    goes('carrier', phone(SUBSCRIBED), 'phone'),
    goes('phone', phone({ ...SUBSCRIBED, phone: '0111234567' }), 'consents'),
    goes('cardNumber', card('1234123412341234'), 'cardPassword'),
    says('name', phone({}), 'name'),
    says('carrier', phone(NATIONAL), 'carrier'),
    says('phone', phone({ ...REACHED, name: '' }), 'name'),
    says('name', phone({ ...NAME, birthDate: '9001' }), 'birthDate'),
    says('consents', phone(REACHED), 'consents'),
    says('phone', phone({ ...REACHED, consents: { ...EVERY_CONSENT, uniqueId: false } }), 'consents'),
    says('cardNumber', card('1'), 'cardNumber'),
    says('', phone(NAME), 'birthDate'),
  ]);
});

describe('what cannot be right is said as soon as it is there', () => {
  const refused = (value: string, field: 'birthDate' | 'firstDigit', text: string, kept: string): Row => [
    `${field}: ${value}`,
    phone(field === 'birthDate' ? { ...NAME, birthDate: '99134' } : BORN),
    typed(field, value),
    { problem: { field, text }, step: { person: { [field]: kept } } },
    [focus(field)],
  ];
  check([
    refused('991345', 'birthDate', '없는 날짜예요. 생년월일을 확인해 주세요.', '991345'),
    refused('0', 'firstDigit', '1부터 8까지의 숫자예요.', ''),
    refused('9', 'firstDigit', '1부터 8까지의 숫자예요.', ''),
    ...['1', '8'].map(
      (digit): Row => [
        `firstDigit: ${digit}`,
        phone(BORN),
        typed('firstDigit', digit),
        { problem: null },
        [focus('carrier')],
      ],
    ),
  ]);
});

describe('the consents', () => {
  const unfolded = { step: { unfolded: true } };
  const UNFOLD: Event = { type: 'CONSENTS_UNFOLDED' };
  check([
    ['open to the four', at('phone'), UNFOLD, unfolded],
    [
      'stay open when one is given',
      at('phone', { step: { ...STEPS.phone, unfolded: true } }),
      { type: 'CONSENTED', to: 'uniqueId', value: true },
      unfolded,
    ],
    ['fold up again', at('phone', { step: { ...STEPS.phone, unfolded: true } }), UNFOLD, { step: { unfolded: false } }],
    ['are nowhere else', at('card'), UNFOLD, UNCHANGED],
  ]);
});

test.each([
  ['nobody', {}, ['name']],
  ['a name', NAME, ['name', 'birthDate']],
  ['a birth date', BORN, ['name', 'birthDate', 'firstDigit']],
  ['a date that is none', { ...NAME, birthDate: '991345' }, ['name', 'birthDate']],
  ['the first digit', NATIONAL, ['name', 'birthDate', 'firstDigit', 'carrier']],
  ['a carrier', SUBSCRIBED, ['name', 'birthDate', 'firstDigit', 'carrier', 'phone']],
  ['a number', REACHED, ['name', 'birthDate', 'firstDigit', 'carrier', 'phone', 'consents']],
  [
    'a number that is known from another method',
    { phone: '01012345678' },
    ['name', 'birthDate', 'firstDigit', 'carrier', 'phone'],
  ],
  [
    'a name that was deleted afterwards',
    { ...PERSON, name: '' },
    ['name', 'birthDate', 'firstDigit', 'carrier', 'phone', 'consents'],
  ],
] as [string, Partial<Person>, string[]][])(
  'the phone screen shows, with %s, what is filled in and what is next',
  (_what, person, shown) => {
    const { step } = phone(person);
    const fields: Field[] = ['name', 'birthDate', 'firstDigit', 'carrier', 'phone', 'consents'];
    expect(fields.filter((field) => isShown(step, field))).toEqual(shown);
  },
);
