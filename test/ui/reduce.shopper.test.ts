import { describe } from 'vitest';
import type { Event } from '../../ui/events';
import type { Field, Person } from '../../ui/flow';
import { at, calling, PERSON, STEPS } from './states';
import { check, exactly, focus, keep, type Row, send, slow, UNCHANGED } from './table';

const SUBMITTED: Event = { type: 'SUBMITTED' };
const problem = (field: Field, text: string) => ({ problem: { field, text } });
const person = (change: object) => at('phone', { step: { is: 'phone', person: { ...PERSON, ...change } } });

describe('the primary button', () => {
  const rows: Row[] = [
    [
      'card: the number is not whole',
      at('card', { step: { ...STEPS.card, cardNumber: '1' } }),
      SUBMITTED,
      problem('cardNumber', '카드번호 16자리를 입력해 주세요.'),
      [keep(2), focus('cardNumber')],
    ],
    [
      'card: no password',
      at('card', { step: { ...STEPS.card, cardPassword: '' } }),
      SUBMITTED,
      problem('cardPassword', '온라인 비밀번호를 입력해 주세요.'),
      [keep(2), focus('cardPassword')],
    ],
    [
      'card: sends',
      at('card'),
      SUBMITTED,
      { request: { id: 8 } },
      [send('identifyByCard', { cardNumber: '1234123412341234', cardPassword: 'secret-password' }), slow(8)],
    ],
    ['nothing is sent twice', calling('card', 'identifyByCard'), SUBMITTED, UNCHANGED],
    [
      'phone: sends',
      person({ name: ' 김하늘 ' }),
      SUBMITTED,
      { request: { id: 8 } },
      [send('requestCode', PERSON), slow(8)],
    ],
    [
      'code: not whole',
      at('code'),
      SUBMITTED,
      problem('code', '인증번호 6자리를 입력해 주세요.'),
      [keep(3), focus('code')],
    ],
    [
      'push: no number',
      at('push', { step: { ...STEPS.push, phone: '010' } }),
      SUBMITTED,
      problem('phone', '휴대폰 번호를 다시 확인해 주세요.'),
      [keep(2), focus('phone')],
    ],
    [
      'push: sends',
      at('push'),
      SUBMITTED,
      { request: { id: 8 } },
      [send('requestPush', { phone: '01012345678' }), slow(8)],
    ],
    ['push: nothing to send while waiting', at('wait'), SUBMITTED, UNCHANGED],
    ['no primary button, nothing sent', at('method'), SUBMITTED, UNCHANGED],
  ];
  check(rows);
});

const NOBODY: Person = {
  ...{ name: '', birthDate: '', firstDigit: '', carrier: '', phone: '' },
  consents: { personalInfo: false, uniqueId: false, carrierTerms: false, serviceTerms: false },
};
/** The first screen of each method, and the field that is filled in first. */
const EMPTY = [
  [{ is: 'card', cardNumber: '', cardPassword: '', attemptsLeft: 0 }, 'cardNumber'],
  [{ is: 'phone', person: NOBODY }, 'name'],
  [{ is: 'push', phone: '', sent: null, number: '', polling: false, misses: 0 }, 'phone'],
] as const;

describe('other ways', () => {
  const early = { ...STEPS.code, sent: { ...STEPS.code.sent, now: 9_999 } };
  const late = { ...STEPS.code, sent: { ...STEPS.code.sent, now: 10_000 } };
  const rows: Row[] = [
    ...EMPTY.map(
      ([step, first]): Row => [
        `a method (${step.is}) begins with nothing filled in`,
        at('method'),
        { type: 'METHOD_CHOSEN', method: step.is },
        { step: exactly(step), path: [1, 2] },
        [keep(2), focus(first)],
      ],
    ),
    ['a method is chosen on its screen only', at('card'), { type: 'METHOD_CHOSEN', method: 'push' }, UNCHANGED],
    [
      'another method than the card',
      at('card'),
      { type: 'OTHER_METHOD_ASKED' },
      { step: STEPS.method },
      [keep(1), focus('title')],
    ],
    [
      'another method than the app',
      calling('wait', 'awaitPush'),
      { type: 'OTHER_METHOD_ASKED' },
      { step: STEPS.method, request: null },
      [{ type: 'abort' }, keep(1), focus('title')],
    ],
    [
      'another method than the phone',
      at('phone'),
      { type: 'OTHER_METHOD_ASKED' },
      { step: STEPS.method },
      [keep(1), focus('title')],
    ],
    [
      'another method while a code is on its way',
      at('code'),
      { type: 'OTHER_METHOD_ASKED' },
      { step: STEPS.method },
      [{ type: 'listenForCode', on: false }, keep(1), focus('title')],
    ],
    ['another method where there is none to choose', at('pin'), { type: 'OTHER_METHOD_ASKED' }, UNCHANGED],
    ['resending elsewhere is nothing', at('card'), { type: 'RESEND_ASKED' }, UNCHANGED],
    ['resending what was not sent is nothing', at('push'), { type: 'RESEND_ASKED' }, UNCHANGED],
    ['resending too early is nothing', at('code', { step: early }), { type: 'RESEND_ASKED' }, UNCHANGED],
    ['resending a code', at('code', { step: late }), { type: 'RESEND_ASKED' }, {}, [send('resendCode', {}), slow(8)]],
    [
      'the primary button of a push that has ended sends another',
      at('wait', { step: { ...STEPS.wait, sent: late.sent, polling: false, ended: ['refused'] } }),
      SUBMITTED,
      {},
      [send('requestPush', { phone: '01012345678' }), slow(8)],
    ],
    [
      'but not too early',
      at('wait', { step: { ...STEPS.wait, sent: early.sent, polling: false, ended: ['refused'] } }),
      SUBMITTED,
      UNCHANGED,
    ],
    [
      'resending a push takes the place of the poll',
      calling('wait', 'awaitPush', { step: { ...STEPS.wait, sent: late.sent } }),
      { type: 'RESEND_ASKED' },
      {},
      [send('requestPush', { phone: '01012345678' }), slow(8)],
    ],
  ];
  check(rows);
});
