import { describe, expect, it } from 'vitest';
import { settle } from '../../merchant/settle';
import { type Question, questionOf } from '../../merchant/verdict';
import {
  ABSENT,
  ANSWER,
  approved,
  type Exchange,
  error,
  LOST,
  NOW,
  question,
  refused,
  scripted,
  tell,
} from './scripted-ocb';

describe('a settled question', () => {
  /** How long a request may be under way, and how long the kit waits before it asks, in ms. */
  const UNDER_WAY = 120_000;
  const FIRST_WAIT = 300;

  it('is asked of /result first, and the call is made when it never arrived', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', ANSWER],
    ]);
    expect(await settle(asker, question)).toEqual(approved());
  });

  it('takes a refusal that nobody wrote down once nothing can be under way any more', async () => {
    const { asker, left } = scripted([
      ['result', ABSENT],
      ['make', error('4078')],
    ]);
    const old = { ...question, sentAt: NOW + FIRST_WAIT - UNDER_WAY };
    expect(await settle(asker, old)).toMatchObject(refused('4078'));
    expect(left).toEqual([]);
  });

  it('is asked again after such a refusal while its first request may still arrive', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', error('4078')],
      ['result', tell('0000')],
      ['make', ANSWER],
    ]);
    const young = { ...question, sentAt: NOW + FIRST_WAIT - UNDER_WAY + 1 };
    expect(await settle(asker, young)).toEqual(approved());
  });

  it('that is asked again and lost is young again', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', LOST],
      ['result', ABSENT],
      ['make', error('4078')],
      ['result', LOST],
    ]);
    const verdict = await settle(asker, { ...question, sentAt: NOW - UNDER_WAY });
    expect(verdict).toEqual({ outcome: 'unknown', error: LOST, question: { ...question, sentAt: NOW + FIRST_WAIT } });
  });

  it('that is refused again and again is as old as before', async () => {
    const again: Exchange[] = [
      ['result', ABSENT],
      ['make', error('4078')],
    ];
    const { asker } = scripted([...again, ...again, ...again]);
    expect(await settle(asker, question)).toMatchObject({ outcome: 'unknown', question });
  });
});

describe('what /result tells of an approval', () => {
  const approval = { ocbTransactionId: 'ocb-1', nxAuthDay: '20261125', nxAuthNo: '000000001' };
  const points = { useOcbPoint: 3000, dutumPoint: 500, chargePoint: 0 };
  const cancel = { mctTransactionId: 'c', orgOcbTransactionId: 'o' };
  const part = {
    mctTransactionId: 'p',
    orgUseOcbTransactionId: 'u',
    orgCancelUseOcbTransactionId: 'c',
    mctAmount: 1,
    useOcbPoint: 1,
  };
  it.each<[Question, object]>([
    [question, { ...approval, ...points }],
    [questionOf('usePart', part) as Question, { ...approval, ...points }],
    [
      questionOf('cancel', cancel) as Question,
      { ...approval, canceledOcbPoint: 3000, canceledDutumPoint: 500, canceledChargePoint: 0 },
    ],
    [questionOf('save', { mctTransactionId: 's', authType: 'CI', authID: 'x', reqPoint: 1 }) as Question, approval],
    [questionOf('cancelSave', cancel) as Question, approval],
  ])('is as much of the answer as it has: $call', async (asked, answer) => {
    const { asker } = scripted([
      ['result', tell('0000')],
      ['make', LOST],
    ]);
    expect(await settle(asker, asked)).toEqual({ outcome: 'approved', answer });
  });

  it('is not believed of a use without its points', async () => {
    const { asker } = scripted([
      ['result', { ...tell('0000'), useInfo: null }],
      ['make', ANSWER],
    ]);
    expect(await settle(asker, question)).toEqual(approved());
  });
});
