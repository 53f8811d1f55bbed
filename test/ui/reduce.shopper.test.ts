import { describe } from 'vitest';
import type { Event, Field, Person, State } from '../../ui/flow';
import { at, calling, KEYPAD, PERSON, STEPS } from './states';
import { check, exactly, focus, keep, type Row, send, slow, UNCHANGED } from './table';

const SUBMITTED: Event = { type: 'SUBMITTED' };
const key = (position: number): Event => ({ type: 'KEY_PRESSED', position });
const problem = (field: Field, text: string) => ({ problem: { field, text } });
const person = (change: object) => at('phone', { step: { is: 'phone', person: { ...PERSON, ...change } } });
const points = (change: object) => at('points', { step: { ...STEPS.points, ...change } });

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
      problem('phone', '휴대폰 번호를 확인해 주세요.'),
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
    [
      'points: nothing chosen',
      points({ ocbPoint: '' }),
      SUBMITTED,
      problem('ocbPoint', '사용할 포인트를 입력해 주세요.'),
      [keep(4), focus('ocbPoint')],
    ],
    [
      'points: more than the amount',
      points({ ocbPoint: '20001', charge: true }),
      SUBMITTED,
      problem('ocbPoint', '결제 금액보다 많이 쓸 수 없어요.'),
      [keep(4), focus('ocbPoint')],
    ],
    [
      'points: more dutum points than can be used',
      points({ dutumPoint: '1001' }),
      SUBMITTED,
      problem('dutumPoint', '쓸 수 있는 두툼 포인트보다 많아요.'),
      [keep(4), focus('dutumPoint')],
    ],
    [
      'points: short',
      points({ ocbPoint: '10001' }),
      SUBMITTED,
      problem('ocbPoint', '가진 포인트보다 많아요.'),
      [keep(4), focus('ocbPoint')],
    ],
    [
      'points: short, but charged',
      points({ ocbPoint: '10001', charge: true }),
      SUBMITTED,
      {},
      [send('authorize', { ocbPoint: 10_001, dutumPoint: 0, chargePoint: 1 }), slow(8)],
    ],
    [
      'points: charges only what is short',
      points({ ocbPoint: '10000', charge: true }),
      SUBMITTED,
      {},
      [send('authorize', { ocbPoint: 10_000, dutumPoint: 0, chargePoint: 0 }), slow(8)],
    ],
    [
      'points: sends',
      points({ dutumPoint: '10' }),
      SUBMITTED,
      {},
      [send('authorize', { ocbPoint: 5_000, dutumPoint: 10, chargePoint: 0 }), slow(8)],
    ],
    ['no primary button, nothing sent', at('method'), SUBMITTED, UNCHANGED],
  ];
  check(rows);
});

describe('the keypad', () => {
  const empty = (step: 'newPin' | 'pin', change: Partial<State> = {}) =>
    at(step, { step: { ...STEPS[step], positions: [] }, ...change });
  const five = (positions: number[]) => at('newPin', { step: { ...STEPS.newPin, positions } });
  const positions = [0, 1, 2, 3, 4, 6];
  const sent = (call: string) => [send(call, { keypadId: 'k1', positions }), slow(8)];
  // The layout says 7 2 9 4 0 1 8 3 6 5.
  const broken = (title: string, positions: number[], last: number, text: string): Row => [
    `new PIN: ${title} are refused before anything is sent`,
    five(positions),
    key(last),
    { problem: { text }, step: { positions: [] }, request: null },
    [keep(3), focus('problem')],
  ];
  const rows: Row[] = [
    ['a key', empty('pin'), key(9), { step: { positions: [9] } }],
    ['the first key', empty('pin'), key(0), { step: { positions: [0] } }],
    ['a key takes back what was said', empty('pin', { problem: { text: '!' } }), key(9), { problem: null }],
    ['a key elsewhere is nothing', at('card'), key(9), UNCHANGED],
    ['a seventh key is nothing', at('pin', { step: { ...STEPS.pin, positions } }), key(6), UNCHANGED],
    [
      'a digit on a real keyboard is the key that says it',
      empty('pin'),
      { type: 'DIGIT_TYPED', digit: 9 },
      { step: { positions: [2] } },
    ],
    [
      'a digit that no key says is nothing',
      at('pin', { step: { ...STEPS.pin, keypad: { keypadId: 'k', digits: [1, 2, 3] } } }),
      { type: 'DIGIT_TYPED', digit: 9 },
      UNCHANGED,
    ],
    ['a digit elsewhere is nothing', at('method'), { type: 'DIGIT_TYPED', digit: 9 }, UNCHANGED],
    ['the sixth sends positions, not digits', at('pin'), key(6), { step: { positions } }, sent('verifyPin')],
    [
      'the sixth of a PIN that could not be chosen today sends it all the same',
      at('pin', { step: { ...STEPS.pin, positions: [1, 3, 5, 0, 0] } }),
      key(0),
      {},
      [send('verifyPin', { keypadId: 'k1', positions: [1, 3, 5, 0, 0, 0] }), slow(8)],
    ],
    ['the sixth of a new PIN', at('newPin'), key(6), {}, sent('enterNewPin')],
    ['the sixth the second time', at('confirmPin'), key(6), {}, sent('confirmNewPin')],
    ['a key while busy is nothing', calling('pin', 'verifyPin'), key(6), UNCHANGED],
    ['delete', at('pin'), { type: 'ERASED' }, { step: { positions: [0, 1, 2, 3] } }],
    ['delete all', at('pin'), { type: 'CLEARED' }, { step: { positions: [] } }],
    ['delete elsewhere is nothing', at('card'), { type: 'ERASED' }, UNCHANGED],
    ['forgotten', at('pin'), { type: 'PIN_FORGOTTEN' }, {}, [send('forgetPin', {}), slow(8)]],
    ['forgotten is for the PIN only', at('newPin'), { type: 'PIN_FORGOTTEN' }, UNCHANGED],
    broken('three equal digits (241777)', [1, 3, 5, 0, 0], 0, '같은 숫자는 3번 이어서 쓸 수 없어요.'),
    broken('three consecutive digits (242789)', [1, 3, 1, 0, 6], 2, '123, 321처럼 이어지는 숫자는 쓸 수 없어요.'),
    broken('digits of the birth date (349001)', [7, 3, 2, 4, 4], 5, '생년월일이나 휴대폰 번호는 쓸 수 없어요.'),
  ];
  check(rows);
  check([
    [
      'the layout stays for another try',
      five([1, 3, 5, 0, 0]),
      key(1),
      { step: { keypad: KEYPAD } },
      [send('enterNewPin', { keypadId: 'k1', positions: [1, 3, 5, 0, 0, 1] }), slow(8)],
    ],
  ]);
});

const NOBODY: Person = {
  ...{ name: '', birthDate: '', firstDigit: '', carrier: '', phone: '' },
  consents: { personalInfo: false, uniqueId: false, carrierTerms: false, serviceTerms: false },
};
/** The first screen of each method. */
const EMPTY = [
  { is: 'card', cardNumber: '', cardPassword: '', attemptsLeft: 0 },
  { is: 'phone', person: NOBODY },
  { is: 'push', phone: '', sent: null, number: '', polling: false, misses: 0 },
] as const;

describe('other ways', () => {
  const early = { ...STEPS.code, sent: { ...STEPS.code.sent, now: 9_999 } };
  const late = { ...STEPS.code, sent: { ...STEPS.code.sent, now: 10_000 } };
  const rows: Row[] = [
    ...EMPTY.map(
      (step): Row => [
        `a method (${step.is}) begins with nothing filled in`,
        at('method'),
        { type: 'METHOD_CHOSEN', method: step.is },
        { step: exactly(step), path: [1, 2] },
        [keep(2), focus('title')],
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
    ['another method than the phone is a step back', at('phone'), { type: 'OTHER_METHOD_ASKED' }, UNCHANGED],
    ['resending elsewhere is nothing', at('card'), { type: 'RESEND_ASKED' }, UNCHANGED],
    ['resending what was not sent is nothing', at('push'), { type: 'RESEND_ASKED' }, UNCHANGED],
    ['resending too early is nothing', at('code', { step: early }), { type: 'RESEND_ASKED' }, UNCHANGED],
    ['resending a code', at('code', { step: late }), { type: 'RESEND_ASKED' }, {}, [send('resendCode', {}), slow(8)]],
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
