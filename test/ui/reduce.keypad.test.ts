import { describe } from 'vitest';
import type { Event } from '../../ui/events';
import type { State } from '../../ui/flow';
import { at, calling, STEPS } from './states';
import { check, focus, type Row, send, slow, UNCHANGED } from './table';

const key = (position: number): Event => ({ type: 'KEY_PRESSED', position });

describe('the keypad', () => {
  const empty = (step: 'newPin' | 'pin', change: Partial<State> = {}) =>
    at(step, { step: { ...STEPS[step], positions: [] }, ...change });
  const positions = [0, 1, 2, 3, 4, 6];
  const sent = (call: string) => [send(call, { keypadId: 'k1', positions }), slow(8)];
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
    [
      'a digit typed beside the code lands in it, and the focus too',
      at('code', { step: { ...STEPS.code, code: '123' } }),
      { type: 'DIGIT_TYPED', digit: 9 },
      { step: { code: '1239' } },
      [focus('code')],
    ],
    [
      'the sixth digit of the code sends it',
      at('code'),
      { type: 'DIGIT_TYPED', digit: 6 },
      { step: { code: '123456' } },
      [send('confirmCode', { code: '123456' }), slow(8), focus('code')],
    ],
    [
      'Backspace beside the code takes its last digit',
      at('code'),
      { type: 'ERASED' },
      { step: { code: '1234' } },
      [focus('code')],
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
  ];
  check(rows);
});
