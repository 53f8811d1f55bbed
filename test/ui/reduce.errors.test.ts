import { describe, expect } from 'vitest';
import type { ErrorCode } from '../../contract/errors';
import type { Field } from '../../ui/flow';
import { newPin, refused, sentenceFor, wait } from './happenings';
import { calling, STEPS } from './states';
import { check, exactly, focus, keep, type Row } from './table';

describe('an error is said next to the field that it concerns', () => {
  const concerns = (code: ErrorCode, field: Field, step: keyof typeof STEPS, call: string, count: number): Row => [
    `${code} on the screen ${step}: ${field}`,
    calling(step, call),
    refused(code),
    { problem: { text: sentenceFor(code), field } },
    [keep(count), focus(field)],
  ];
  const nowhere = { problem: expect.not.objectContaining({ field: expect.any(String) }) };
  check([
    concerns('2200', 'code', 'code', 'confirmCode', 3),
    concerns('2201', 'code', 'code', 'confirmCode', 3),
    concerns('2300', 'cardPassword', 'card', 'identifyByCard', 2),
    concerns('2302', 'cardNumber', 'card', 'identifyByCard', 2),
    concerns('2400', 'phone', 'push', 'requestPush', 2),
    concerns('4016', 'ocbPoint', 'split', 'authorize', 4),
    concerns('4018', 'dutumPoint', 'split', 'authorize', 4),
    concerns('4061', 'amount', 'points', 'authorize', 4),
    [
      'not on a screen that has no such field',
      calling('phone', 'requestCode'),
      refused('2200'),
      nowhere,
      [keep(2), focus('problem')],
    ],
    [
      'nor where the field is not shown any more',
      calling('wait', 'requestPush'),
      refused('2400'),
      nowhere,
      [keep(3), focus('problem'), wait('POLL_DUE', 7, 1_000)],
    ],
    [
      'nor on the next screen, where that has no such field',
      calling('pin', 'verifyPin'),
      refused('2300', { step: newPin }),
      nowhere,
      [keep(3), focus('pin')],
    ],
  ]);
});

describe('how many tries are left', () => {
  const unsaid = { problem: expect.not.objectContaining({ more: expect.any(String) }) };
  check([
    [
      'is not said where the server does not know',
      calling('card', 'identifyByCard'),
      refused('5000'),
      { ...unsaid, step: { attemptsLeft: 0 } },
      [keep(2), focus('cardPassword')],
    ],
    [
      'is not said where nothing is lost afterwards',
      calling('points', 'authorize'),
      refused('5000', { attemptsLeft: 3 }),
      unsaid,
      [keep(4), focus('problem')],
    ],
    [
      'is not kept where it is not shown',
      calling('phone', 'requestCode'),
      refused('5000', { attemptsLeft: 3 }),
      { ...unsaid, step: exactly(STEPS.phone) },
      [keep(2), focus('problem')],
    ],
    [
      'is not said when there are none',
      calling('card', 'identifyByCard'),
      refused('2300', { attemptsLeft: 0 }),
      { ...unsaid, step: { attemptsLeft: 0 } },
      [keep(2), focus('cardPassword')],
    ],
  ]);
});
