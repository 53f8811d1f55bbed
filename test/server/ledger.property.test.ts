import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import type { MerchantAnswer } from './checked-calls';
import { freshSandbox, ocb } from './fresh-sandbox';
import { bank, type Outcome, type Request } from './ledger-model';
import { addShoppers, authorise, pointsOf, shopper, wrongInTheBooks } from './shoppers';

freshSandbox();

const START = { ocb: 5_000, dutum: 800 };
const PEOPLE = 2;
const nxMct = { nxMctNo: MERCHANTS[0].nxMctNo, nxMctCorpNo: MERCHANTS[0].nxMctCorpNo };

/** An index from the end, among the requests that make sense. */
const place = fc.nat(6);
const charge = fc.constantFrom(0, 0, 1_000, 2_500, 4_074, 4_075, 4_081, 4_082);
const points = fc.constantFrom(0, 1, 300, 900, 2_500, 4_900, 6_000);

/** A random action of a merchant. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('use' as const),
      who: fc.nat(PEOPLE - 1),
      ocb: points,
      dutum: fc.constantFrom(0, 0, 300, 700),
      charge,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('useAgain' as const), hint: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), hint: place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('usePart' as const),
      hint: place,
      isPair: fc.boolean(),
      mctAmount: fc.constantFrom(0, 500, 9_000, 50_001),
      ocb: points,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      who: fc.nat(PEOPLE - 1),
      points: fc.constantFrom(1, 700, 3_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancelSave' as const), hint: place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), hint: place }) },
);

/** Run first: covers every corner case. */
const CORNERS: (typeof step extends fc.Arbitrary<infer S> ? S : never)[] = [
  { do: 'use', who: 0, ocb: 900, dutum: 300, charge: 0 },
  { do: 'useAgain', hint: 0 },
  { do: 'cancel', hint: 1 },
  { do: 'cancel', hint: 1 },
  { do: 'cancel', hint: 0 },
  { do: 'usePart', hint: 2, isPair: true, mctAmount: 9_000, ocb: 6_000 },
  { do: 'usePart', hint: 2, isPair: true, mctAmount: 9_000, ocb: 300 },
  { do: 'usePart', hint: 2, isPair: true, mctAmount: 9_000, ocb: 300 },
  { do: 'usePart', hint: 0, isPair: false, mctAmount: 9_000, ocb: 300 },
  { do: 'save', who: 0, points: 700 },
  { do: 'cancelSave', hint: 0 },
  { do: 'cancelSave', hint: 0 },
  { do: 'use', who: 0, ocb: 6_000, dutum: 0, charge: 0 },
  { do: 'use', who: 0, ocb: 1, dutum: 0, charge: 4_074 },
  ...[0, 1, 2, 3, 4, 5].map((hint) => ({ do: 'repeat' as const, hint })),
];

interface Sent {
  request: Request;
  body: Record<string, unknown>;
  answer: MerchantAnswer;
  outcome: Outcome;
}

/** Converts a response to the model's terms. Responses to a save or its cancel contain no points. */
function said({ request, answer: { code, ok } }: Pick<Sent, 'request' | 'answer'>): Partial<Outcome> {
  if (!ok) return { code, ocb: 0, dutum: 0, charge: 0 };
  if (request.call === 'cancel') {
    return { code, ocb: ok.canceledOcbPoint, dutum: ok.canceledDutumPoint, charge: ok.canceledChargePoint };
  }
  if (request.call === 'save' || request.call === 'cancelSave') return { code };
  return { code, ocb: ok.useOcbPoint, dutum: ok.dutumPoint, charge: ok.chargePoint };
}

let runs = 0;

it('in any order of requests, the rules hold and the ledger is consistent', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      runs += 1;
      const people = Array.from({ length: PEOPLE }, (_, i) => shopper(10_000 + runs * PEOPLE + i));
      await addShoppers(ocb, people, START.ocb, START.dutum);
      const model = bank(people.map(() => START));
      const sent: Sent[] = [];
      const tokenOf = (token: number) => `token-${runs}-${token}`;
      const idOf = (of: number) => sent[of]?.answer.ok?.ocbTransactionId ?? `none-${of}`;

      const bodyOf = (request: Request): Record<string, unknown> => {
        switch (request.call) {
          case 'use':
            return { ocbUseTrAuthToken: tokenOf(request.token) };
          case 'usePart':
            return {
              orgUseOcbTransactionId: idOf(request.use),
              orgCancelUseOcbTransactionId: idOf(request.cancel),
              mctAmount: request.mctAmount,
              useOcbPoint: String(request.ocb),
            };
          case 'save':
            return { ...nxMct, authType: 'CI', authID: people[request.who]?.ci, reqPoint: request.points };
          default:
            return { orgOcbTransactionId: idOf(request.of) };
        }
      };
      const send = async (request: Request) => {
        const body = { mctTransactionId: `${runs}-${sent.length}`, ...bodyOf(request) };
        const answer = await ocb.asMerchant(request.call, body);
        const outcome = model.take(request);
        expect({ request, ...outcome, ...said({ request, answer }) }).toEqual({ request, ...outcome });
        sent.push({ request, body, answer, outcome });
        seen.add(`${request.call} ${answer.code}`);
      };
      /** The index of the nth matching request from the end, or of the nth of all. */
      const near = (hint: number, ...calls: Request['call'][]): number => {
        const places = sent.flatMap(({ request }, i) => (calls.includes(request.call) ? [i] : []));
        return places.at(-1 - (hint % (places.length || 1))) ?? sent.length - 1 - hint;
      };

      for (const act of steps) {
        if (act.do === 'use') {
          const { who, dutum } = act;
          const choice = { ocb: act.ocb + act.charge, dutum, charge: act.charge };
          if (choice.ocb + dutum === 0) continue;
          const token = sent.length;
          const authorised = { ocbPoint: choice.ocb, dutumPoint: dutum, chargePoint: choice.charge };
          await authorise(ocb, people[who] as (typeof people)[number], tokenOf(token), authorised);
          await send({ call: 'use', who, token, ...choice });
        } else if (act.do === 'useAgain') {
          const earlier = sent[near(act.hint, 'use')]?.request;
          if (earlier?.call === 'use') await send(earlier);
        } else if (act.do === 'cancel') {
          await send({ call: 'cancel', of: near(act.hint, 'use', 'usePart') });
        } else if (act.do === 'usePart') {
          const cancel = near(act.hint, 'cancel');
          const cancelled = sent[cancel]?.request;
          const use = act.isPair && cancelled?.call === 'cancel' ? cancelled.of : near(act.hint, 'use', 'usePart');
          await send({ call: 'usePart', use, cancel, mctAmount: act.mctAmount, ocb: act.ocb });
        } else if (act.do === 'save') {
          await send({ call: 'save', who: act.who, points: act.points });
        } else if (act.do === 'cancelSave') {
          await send({ call: 'cancelSave', of: near(act.hint, 'save') });
        } else {
          const earlier = sent[near(act.hint)];
          // A request that left nothing behind may be made again; any other gets its response again, without effect.
          if (!earlier || earlier.answer.code === '1000') continue;
          expect(await ocb.asMerchant(earlier.request.call, earlier.body)).toEqual(earlier.answer);
          const other = earlier.request.call === 'save' ? { reqPoint: 9_999 } : { orgOcbTransactionId: 'other' };
          const call = earlier.request.call === 'save' ? 'save' : 'cancelSave';
          const twisted = await ocb.asMerchant(call, { ...earlier.body, ...other });
          expect(twisted.code).toBe('1000');
        }
      }

      for (const [i, who] of people.entries()) expect(await pointsOf(ocb, who)).toEqual(model.points[i]);
      for (const { request, body, answer, outcome } of sent) {
        const told = await ocb.asMerchant('result', {
          transactionType: request.call === 'save' || request.call === 'cancelSave' ? 'SAVE' : 'USE',
          nxMctNo: nxMct.nxMctNo,
          mctTransactionId: body.mctTransactionId,
          mctTransactionDay: '20260601',
          ocbTransactionId: '',
        });
        const { code, ocb: useOcbPoint, dutum: dutumPoint, charge: chargePoint } = outcome;
        if (code === '1000') expect(told.code).toBe('4017');
        else expect(told.ok.rxResCode).toBe(code === 'ok' ? '0000' : code);
        if (code === 'ok') expect(told.ok.ocbTransactionId).toBe(answer.ok.ocbTransactionId);
        if (told.ok?.useInfo) expect(told.ok.useInfo).toEqual({ useOcbPoint, dutumPoint, chargePoint });
        if (told.ok?.saveInfo) expect(told.ok.saveInfo.saveOcbPoint).toBe(useOcbPoint);
      }
    }),
    { numRuns: 30, examples: [[CORNERS]] },
  );
  expect(await wrongInTheBooks(ocb)).toEqual([]);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'use ok',
      'use 1000',
      'use 4018',
      'use 4074',
      'cancel ok',
      'cancel 3040',
      'cancel 4017',
      'usePart ok',
      'usePart 1000',
      'usePart 3039',
      'usePart 4017',
      'save ok',
      'cancelSave ok',
      'cancelSave 3031',
    ]),
  );
}, 120_000);
