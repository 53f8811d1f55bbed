import { describe } from 'vitest';
import { timer, wait } from './happenings';
import { at, COUNTDOWN, calling, STEPS } from './states';
import { check, type Row, UNCHANGED } from './table';

describe('a countdown', () => {
  const ENDS = COUNTDOWN.endsAt;
  const tick = (now: number) => timer('TICKED', 3, now);
  const goesOn = [wait('TICKED', 3, 1_000)];
  /** A code that can be asked for again only when its time is over. */
  const short = at('code', { step: { ...STEPS.code, sent: { ...COUNTDOWN, endsAt: 3_000, resendAt: 10_000 } } });
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
    ['of an earlier code is over', at('code'), timer('TICKED', 2), UNCHANGED],
    ['of a push that is not sent is over', at('push'), tick(5_000), UNCHANGED],
    ['of another screen is over', at('card'), tick(5_000), UNCHANGED],
  ];
  check(rows);
});
