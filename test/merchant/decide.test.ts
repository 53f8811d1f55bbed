import { describe, expect, it } from 'vitest';
import { type Asker, decide } from '../../merchant/settle';
import {
  ABSENT,
  ANSWER,
  approved,
  type Exchange,
  error,
  inClear,
  LOST,
  question,
  refused,
  SPENT,
  scripted,
  tell,
  unknown,
} from './scripted-ocb';

const { mctAmount: _amount, userAuthToken: _token, ...TOLD } = ANSWER;

describe('the verdict of a call', () => {
  it.each<[what: string, script: Exchange[], verdict: object]>([
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
      'whose repetition a proxy refuses with an unreadable 400, though it was approved',
      [
        ['make', LOST],
        ['result', tell('0000')],
        ['make', error('4072', 400)],
      ],
      approved(TOLD),
    ],
    [
      'whose id belongs to another request',
      [
        ['make', LOST],
        ['result', tell('0000')],
        ['make', error('1000', 400)],
      ],
      refused('1000'),
    ],
    [
      'whose refusal was lost',
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
      'that never arrived, as reported in a response',
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
      'that never arrived, and whose repeat is refused and stored',
      [
        ['make', LOST],
        ['result', ABSENT],
        ['make', error('4018')],
        ['result', tell('4018')],
      ],
      refused('4018'),
    ],
    [
      'that arrived after its repeat was refused',
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
      'with an unstored refusal while the first request may still arrive',
      [
        ['make', LOST],
        ...([1, 2, 3] as const).flatMap((): Exchange[] => [
          ['result', ABSENT],
          ['make', error('4078')],
        ]),
      ],
      unknown('4078'),
    ],
    [
      'that an OCB without /result responds to',
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
        ...([1, 2, 3] as const).flatMap((): Exchange[] => [
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
      'that the approval system has not answered, and approves after all',
      [
        ['make', LOST],
        ['result', tell('4062')],
        ['result', tell('4000')],
        ['result', tell('0000')],
        ['make', ANSWER],
      ],
      approved(),
    ],
    [
      'that the approval system does not answer',
      [
        ['make', error('4062')],
        ['result', tell('4062')],
        ['result', tell('4062')],
        ['result', tell('4072')],
      ],
      unknown('4072'),
    ],
  ])('%s', async (_what, script, verdict) => {
    const { asker, left } = scripted(script);
    expect(await decide(asker, question)).toMatchObject(verdict);
    expect(left).toEqual([]);
  });

  it('takes repeats of one request, after 0.3, 1 and 3 s', async () => {
    const { asker, asked, waits } = scripted([
      ['make', LOST],
      ['result', ABSENT],
      ['make', LOST],
      ['result', LOST],
      ['result', LOST],
    ]);
    await decide(asker, question);
    expect(asked.map(({ request }) => request)).toEqual(Array(5).fill(question.request));
    expect(waits).toEqual([300, 1000, 3000]);
  });

  it('is an error, never a verdict, if the kit itself is broken', async () => {
    const asker: Asker<object> = { ...scripted([]).asker, make: async () => expect.fail('broken') };
    await expect(decide(asker, question)).rejects.toThrow('broken');
  });
});
