import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FRONT_CALLS, type FrontCall } from '../../contract/front-api';
import { MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox({ pushWaitMs: 0, callsPerSession: 1e6, callsPerAddress: 1e6 });
it('any JSON gets a response with a code of the table', async () => {
  const mctTrToken = await ocb.token();
  const { session } = await ocb.open();
  const calls = Object.keys(FRONT_CALLS) as FrontCall[];
  const nearly = fc.record(
    {
      session: fc.constantFrom(session, 'a'.repeat(43), null, 1),
      mctTrToken: fc.constantFrom(mctTrToken, 'x', ''),
      userAuthToken: fc.string({ unit: 'binary', maxLength: 130 }),
      pageOrigin: fc.string({ unit: 'binary', maxLength: 260 }),
      locale: fc.constantFrom('ko', 'en', 'fr'),
      cardNumber: fc.constantFrom('8951000000000001', '١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦', ''),
      cardPassword: fc.string({ unit: 'binary', maxLength: 70 }),
      code: fc.constantFrom('123456', '12345', 123456),
      phone: fc.constantFrom('01010000001', '010-1000-0001', "' or 1=1 --"),
      name: fc.string({ unit: 'binary', maxLength: 50 }),
      birthDate: fc.constantFrom('900101', '999999'),
      firstDigit: fc.constantFrom('2', '9'),
      carrier: fc.constantFrom('SKT', 'XX'),
      consents: fc.constant({ personalInfo: true, uniqueId: true, carrierTerms: true, serviceTerms: true }),
      keypadId: fc.constantFrom('a'.repeat(22), ''),
      positions: fc.array(fc.integer({ min: -1, max: 10 }), { minLength: 5, maxLength: 7 }),
      ocbPoint: fc.constantFrom(1, -1, 1e13, 0.5, '1'),
      dutumPoint: fc.constantFrom(0, null),
      chargePoint: fc.constantFrom(0, 1e12),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), fc.oneof(nearly, fc.jsonValue()), async (call, body) => {
      const { code } = await ocb.front(call, JSON.stringify(body));
      expect(code).not.toMatch(/^(9999|5000)$/);
    }),
    { numRuns: 400 },
  );
}, 120_000);

it('any JSON from a merchant gets a response with a code of the table, and the ledger stays consistent', async () => {
  const { ocbUseTrAuthToken } = await ocb.authorized(member('has-pin'), { ocbPoint: 10 });
  const used = (await ocb.asMerchant('use', { mctTransactionId: 'used', ocbUseTrAuthToken })).ok.ocbTransactionId;
  const id = fc.oneof(fc.constantFrom('used', used, '', 'x'.repeat(129)), fc.string({ unit: 'binary', maxLength: 9 }));
  const points = fc.constantFrom(1, 0, -1, 0.5, 1e12, 1e13, '7', '', '٣', null, Number.MAX_SAFE_INTEGER);
  const nearly = fc.record(
    {
      mctTransactionId: id,
      ocbUseTrAuthToken: fc.constantFrom(ocbUseTrAuthToken, 'x', 7),
      orgOcbTransactionId: id,
      orgUseOcbTransactionId: id,
      orgCancelUseOcbTransactionId: id,
      ocbTransactionId: id,
      nxMctNo: fc.constantFrom(MERCHANTS[0].nxMctNo, MERCHANTS[1].nxMctNo),
      nxMctCorpNo: fc.constant(MERCHANTS[0].nxMctCorpNo),
      mctAmount: points,
      useOcbPoint: points,
      reqPoint: points,
      authType: fc.constantFrom('CARD', 'CI', 'card'),
      authID: fc.constantFrom(member('ready').cardNumber, member('ready').ci, "' or 1=1 --", '\0'),
      nxOptional: fc.oneof(fc.constant(null), fc.record({ nxTrDivCd: fc.string({ maxLength: 3 }) })),
      eventInfo: fc.oneof(fc.constant([]), fc.record({ eventPrctVolume: points, eventPrctAmout: points })),
      transactionType: fc.constantFrom('USE', 'SAVE', 'ALL'),
      mctTransactionDay: fc.constantFrom('20260601', '20260230', '00000000', '99999999', ''),
    },
    { requiredKeys: ['nxMctNo', 'mctTransactionId'] },
  );
  const calls = Object.keys(MERCHANT_CALLS) as MerchantCall[];
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...calls),
      fc.oneof({ weight: 4, arbitrary: nearly }, fc.jsonValue()),
      async (call, body) => {
        const { code } = await ocb.asMerchant(call, JSON.stringify(body));
        expect(code).not.toMatch(/^(9999|5000)$/);
        codes.add(code);
      },
    ),
    { numRuns: 500 },
  );
  expect([...codes]).toEqual(expect.arrayContaining(['ok', '1000', '4017']));
  const { rows } = (await ocb.context.db.execute(
    `select a.id from accounts a left join entries e on e.account_id = a.id
     where a.balance is not null group by a.id having a.balance <> coalesce(sum(e.amount), 0)`,
  )) as unknown as { rows: object[] };
  expect(rows).toEqual([]);
}, 120_000);
