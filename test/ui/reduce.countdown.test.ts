import { describe, expect, test } from 'vitest';
import { announcementOf, secondsToResend } from '../../ui/countdown';
import { timer, wait } from './happenings';
import { at, COUNTDOWN, calling, STEPS } from './states';
import { check, type Row, UNCHANGED } from './table';

describe('a countdown', () => {
  const ENDS = COUNTDOWN.endsAt;
  const tick = (now: number) => timer('TICKED', 3, now);
  const goesOn = [wait('TICKED', 3, 1_000)];
  /** A code that can be asked for again only when its time is over. */
  const short = at('code', { step: { ...STEPS.code, sent: { ...COUNTDOWN, endsAt: 3_000, resendAt: 10_000 } } });
  const ended = at('wait', { step: { ...STEPS.wait, polling: false, ended: ['refused'] } });
  const over = { text: '입력 시간이 지났어요. 재요청을 눌러 주세요.', field: 'code' };
  const rows: Row[] = [
    ['goes on with each second of a code', at('code'), tick(5_000), { step: { sent: { now: 5_000 } } }, goesOn],
    ['goes on with each second of a push', at('wait'), tick(5_000), { step: { sent: { now: 5_000 } } }, goesOn],
    ['goes on to its last moment', at('code'), tick(ENDS - 1), { problem: null }, goesOn],
    ['is over then, which is said of a code', at('code'), tick(ENDS), { problem: over, step: { sent: { now: ENDS } } }],
    ['is over, but goes on until another code can be asked for', short, tick(9_999), { problem: null }, goesOn],
    ['is over when both are', short, tick(10_000), { problem: over }],
    ['says nothing while the code is checked', calling('code', 'confirmCode'), tick(ENDS), { problem: null }],
    ['says nothing of a push', at('wait'), tick(ENDS), { problem: null, step: { sent: { now: ENDS } } }],
    ['of a push that has ended goes on until another can be asked for', ended, tick(9_999), {}, goesOn],
    ['of a push that has ended is over then', ended, tick(10_000), { problem: null }],
    ['of an earlier code is over', at('code'), timer('TICKED', 2), UNCHANGED],
    ['of a push that is not sent is over', at('push'), tick(5_000), UNCHANGED],
    ['of another screen is over', at('card'), tick(5_000), UNCHANGED],
  ];
  check(rows);
});

describe('what is announced of a countdown', () => {
  test.each([
    ['nothing at first', 0, false, ''],
    ['that it was sent again', 0, true, '다시 보냈어요'],
    ['nothing once it can be sent again', 10_000, true, ''],
    ['nothing before the last minute', 119_999, false, ''],
    ['its last minute', 120_000, false, '1분 남았어요'],
    ['its last minute, of a second one too', 129_999, true, '1분 남았어요'],
    ['nothing when that is no longer true', 130_000, false, ''],
    ['nothing at its end', 180_000, false, ''],
  ])('%s (after %d ms, again: %s)', (_what, now, isAgain, said) => {
    expect(announcementOf({ ...COUNTDOWN, now, isAgain })).toBe(said);
  });

  test.each([
    [0, 10],
    [9_001, 1],
    [10_000, 0],
    [60_000, 0],
  ])('after %d ms it can be sent again in %d s', (now, seconds) => {
    expect(secondsToResend({ ...COUNTDOWN, now })).toBe(seconds);
  });
});
