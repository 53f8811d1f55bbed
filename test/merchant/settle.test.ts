import { describe, expect, it } from 'vitest';
import { settle } from '../../merchant/settle';
import { type Question, questionOf } from '../../merchant/verdict';
import { ABSENT, ANSWER, approved, error, LOST, NOW, question, refused, scripted, tell, unknown } from './scripted-ocb';

describe('a settled question', () => {
  const MINUTE = 60_000;

  it('is asked of /result first, and the call is made when it never arrived', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', ANSWER],
    ]);
    expect(await settle(asker, question)).toEqual(approved());
  });

  it('that is old takes a refusal that nobody wrote down: nothing can be under way any more', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', error('4078')],
    ]);
    expect(await settle(asker, { ...question, sentAt: NOW - 2 * MINUTE })).toMatchObject(refused('4078'));
  });

  it('that is asked again and lost is young again', async () => {
    const { asker } = scripted([
      ['result', ABSENT],
      ['make', LOST],
      ['result', ABSENT],
      ['make', error('4078')],
      ['result', LOST],
    ]);
    const verdict = await settle(asker, { ...question, sentAt: NOW - 2 * MINUTE });
    expect(verdict).toMatchObject(unknown('4001'));
    expect((verdict as { question: Question }).question.sentAt).toBeGreaterThanOrEqual(NOW);
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

it('the day of a question is the day in Korea', () => {
  const at = (now: number) => questionOf('use', { mctTransactionId: '1', ocbUseTrAuthToken: 'T' }, now).day;
  expect(at(Date.UTC(2026, 10, 24, 14, 59, 59))).toBe('20261124');
  expect(at(Date.UTC(2026, 10, 24, 15, 0, 0))).toBe('20261125');
});
