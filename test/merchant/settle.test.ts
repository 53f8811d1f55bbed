import { describe, expect, it } from 'vitest';
import type { ResultResponse } from '../../contract/merchant-api';
import { MerchantError } from '../../merchant/merchant-error';
import { type Asker, decide, settle } from '../../merchant/settle';
import { type Question, questionOf } from '../../merchant/verdict';

const NOW = Date.UTC(2026, 10, 24, 15, 0, 1);
const ANSWER = {
  ocbTransactionId: 'ocb-1',
  nxAuthDay: '20261125',
  nxAuthNo: '000000001',
  mctAmount: 40_000,
  useOcbPoint: 3000,
  dutumPoint: 500,
  chargePoint: 0,
  userAuthToken: 'U',
};
const { mctAmount: _amount, userAuthToken: _token, ...TOLD } = ANSWER;

const tell = (rxResCode: string, ocbTransactionId = 'ocb-1'): ResultResponse => ({
  ...{ ocbTransactionId, nxAuthDay: '20261125', nxAuthNo: '000000001', transactionTime: '20261125000001' },
  ...{ rxResCode, errorMessage: rxResCode === '0000' ? '' : 'why' },
  useInfo: { useOcbPoint: 3000, dutumPoint: 500, chargePoint: 0 },
  saveInfo: null,
});
const error = (code: string, status = 500) => new MerchantError(code, status, code, '');
/** What somebody is told whom OCB does not know. */
const inClear = (code: string, status: number) => new MerchantError(code, status, code, '', { isLastWord: false });

const LOST = error('4001', 0);
const ABSENT = error('4017');
const SPENT = error('1000', 403);

type Said = typeof ANSWER | ResultResponse | MerchantError;

/** An OCB that says what the test says, in order: `make` and `result` each take the next, and say what was asked. */
function scripted(script: [call: 'make' | 'result', says: Said][]) {
  let now = NOW;
  const asked: Question[] = [];
  const waits: number[] = [];
  const next = async (call: 'make' | 'result', question: Question) => {
    asked.push(question);
    const [expected, says] = script.shift() ?? ['nothing', LOST];
    expect(call).toBe(expected);
    if (says instanceof Error) throw says;
    return says;
  };
  const asker: Asker<typeof ANSWER> = {
    make: async (question) => (await next('make', question)) as typeof ANSWER,
    result: async (question) => (await next('result', question)) as ResultResponse,
    async pause(ms) {
      waits.push(ms);
      now += ms;
    },
    now: () => now,
  };
  return { asker, asked, waits, left: script };
}

const question = questionOf('use', { mctTransactionId: 'order-1', ocbUseTrAuthToken: 'T' }, NOW) as Question;
const approved = (answer: object = ANSWER) => ({ outcome: 'approved', answer });
const refused = (code: string) => ({ outcome: 'refused', error: { code } });
const unknown = (code: string) => ({
  outcome: 'unknown',
  error: { code },
  question: { ...question, sentAt: expect.any(Number) },
});

describe('the verdict of a call', () => {
  it.each<[what: string, script: [call: 'make' | 'result', says: Said][], verdict: object]>([
    ['that is approved', [['make', ANSWER]], approved()],
    ['that is refused', [['make', error('4018')]], refused('4018')],
    [
      'whose answer was lost, of an approval',
      [
        ['make', LOST],
        ['result', tell('0000')],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'whose answer was lost twice',
      [
        ['make', LOST],
        ['result', tell('0000')],
        ['make', LOST],
      ],
      approved(TOLD),
    ],
    [
      'whose repetition is refused though it was approved: by a key that is no longer good, by a fault',
      [
        ['make', LOST],
        ['result', tell('0000')],
        ['make', error('3039')],
      ],
      approved(TOLD),
    ],
    [
      'whose id was given to another request before',
      [
        ['make', LOST],
        ['result', tell('0000')],
        ['make', error('1000', 400)],
      ],
      refused('1000'),
    ],
    [
      'whose answer was lost, of a refusal',
      [
        ['make', LOST],
        ['result', tell('4018')],
      ],
      refused('4018'),
    ],
    [
      'that never arrived',
      [
        ['make', LOST],
        ['result', ABSENT],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'that never arrived, told in an answer',
      [
        ['make', LOST],
        ['result', tell('4017', '')],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'that had no original to cancel',
      [
        ['make', LOST],
        ['result', tell('4017')],
      ],
      refused('4017'),
    ],
    [
      'that never arrived, and its token was spent by another id',
      [
        ['make', LOST],
        ['result', ABSENT],
        ['make', SPENT],
      ],
      refused('1000'),
    ],
    [
      'that never arrived, and is refused and written down now',
      [
        ['make', LOST],
        ['result', ABSENT],
        ['make', error('4018')],
        ['result', tell('4018')],
      ],
      refused('4018'),
    ],
    [
      'that was under way while a repetition was refused, and arrived after it',
      [
        ['make', LOST],
        ['result', ABSENT],
        ['make', error('4078')],
        ['result', tell('0000')],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'whose refusal nobody wrote down, while the first request may still arrive',
      [
        ['make', LOST],
        ...([1, 2, 3] as const).flatMap((): [['result', Said], ['make', Said]] => [
          ['result', ABSENT],
          ['make', error('4078')],
        ]),
      ],
      unknown('4078'),
    ],
    [
      'that an OCB without /result answers',
      [
        ['make', LOST],
        ['result', inClear('9999', 404)],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'of a merchant that OCB does not know any more',
      [
        ['make', LOST],
        ...([1, 2, 3] as const).flatMap((): [['result', Said], ['make', Said]] => [
          ['result', inClear('1000', 403)],
          ['make', inClear('1000', 403)],
        ]),
      ],
      unknown('1000'),
    ],
    [
      'that nothing answers',
      [
        ['make', LOST],
        ['result', LOST],
        ['result', LOST],
        ['result', LOST],
      ],
      unknown('4001'),
    ],
    [
      'that a maintenance interrupts',
      [
        ['make', error('9000')],
        ['result', error('9000')],
        ['make', error('9000')],
        ['result', tell('0000')],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'that was refused and written down with a code that would tell nothing by itself',
      [
        ['make', LOST],
        ['result', tell('9000')],
      ],
      refused('9000'),
    ],
  ])('%s', async (_what, script, verdict) => {
    const { asker, left } = scripted(script);
    expect(await decide(asker, question)).toMatchObject(verdict);
    expect(left).toEqual([]);
  });

  it('is asked for with one id and one content, after longer and longer waits', async () => {
    const { asker, asked, waits } = scripted([
      ['make', LOST],
      ['result', ABSENT],
      ['make', LOST],
      ['result', LOST],
      ['result', LOST],
    ]);
    await decide(asker, question);
    expect(asked.map(({ request }) => request)).toEqual(Array(5).fill(question.request));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });

  it('comes as an error when the kit itself is broken, never as a verdict', async () => {
    const asker: Asker<object> = { ...scripted([]).asker, make: async () => expect.fail('broken') };
    await expect(decide(asker, question)).rejects.toThrow('broken');
  });
});

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
