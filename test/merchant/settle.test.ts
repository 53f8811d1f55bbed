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
  /** How long a request may be in transit, and how long the kit waits before its attempts, in ms. */
  const UNDER_WAY = 120_000;
  const FIRST_WAIT = 300;

  it('calls /result first, and makes the call if it never arrived', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', ANSWER],
    ]);
    expect(await settle(asker, question)).toEqual(approved());
  });

  it('accepts an unstored refusal once no earlier request can be in transit', async () => {
    const { asker, left } = scripted([
      ['result', ABSENT],
      ['make', error('4078')],
    ]);
    const old = { ...question, sentAt: NOW + FIRST_WAIT - UNDER_WAY };
    expect(await settle(asker, old)).toMatchObject(refused('4078'));
    expect(left).toEqual([]);
  });

  it('stays unknown after such a refusal while its first request may still arrive', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', error('4078')],
      ['result', tell('0000')],
      ['make', ANSWER],
    ]);
    const young = { ...question, sentAt: NOW + FIRST_WAIT - UNDER_WAY + 1 };
    expect(await settle(asker, young)).toEqual(approved());
  });

  it('becomes new again after a lost repeat', async () => {
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

  it('keeps its age after repeated refusals', async () => {
    const again: Exchange[] = [
      ['result', ABSENT],
      ['make', error('4078')],
    ];
    const { asker } = scripted([...again, ...again, ...again]);
    expect(await settle(asker, question)).toMatchObject({ outcome: 'unknown', question });
  });
});

describe('an approval from /result', () => {
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
  ])('contains the available part of the response: $call', async (asked, answer) => {
    const { asker } = scripted([
      ['result', tell('0000')],
      ['make', LOST],
    ]);
    expect(await settle(asker, asked)).toEqual({ outcome: 'approved', answer });
  });

  it('is rejected for a use without its points', async () => {
    const { asker } = scripted([
      ['result', { ...tell('0000'), useInfo: null }],
      ['make', ANSWER],
    ]);
    expect(await settle(asker, question)).toEqual(approved());
  });
});
