import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { insertAuthorisation } from '../../server/storage/choices';
import { post, type TransactionRow } from '../../server/storage/ledger';
import { run, type Statement } from '../../server/storage/statement';
import { member, NOON } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox({ savedPointsADay: 1_000 });

const DAY = 24 * 60 * 60_000;

const save = (mctTransactionId: string, reqPoint: number, nth = 0) => {
  const { nxMctNo, nxMctCorpNo } = MERCHANTS[nth] as (typeof MERCHANTS)[number];
  const card = { authType: 'CARD', authID: member('ready').cardNumber };
  return ocb.asMerchant('save', { mctTransactionId, nxMctNo, nxMctCorpNo, ...card, reqPoint }, nth);
};
const points = async () => (await ocb.balancesOf(member('ready'))).ocb;

describe('what a merchant saves on one day', () => {
  it('has a limit (3030), until the next day in Korea; another merchant has its own', async () => {
    expect((await save('a', 900)).code).toBe('ok');
    const tooMany = {
      status: 500,
      code: '3030',
      detail: 'The merchant may save 1000 points a day, and has asked for 900',
    };
    expect(await save('b', 101)).toMatchObject(tooMany);
    expect((await save('c', 100)).code).toBe('ok');
    expect((await save('d', 1)).code).toBe('3030');
    expect((await save('e', 1_000, 1)).code).toBe('ok');
    ocb.time.now += DAY / 2;
    expect((await save('f', 1_000)).code).toBe('ok');
    expect(await points()).toBe(53_000);
  });

  it('counts a request once, however often it is sent', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => save('again', 600)));
    expect(new Set(sent.map(({ ok }) => ok?.ocbTransactionId)).size).toBe(1);
    expect((await save('rest', 400)).code).toBe('ok');
  });

  it('is counted exactly when requests come at once', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, async (_, i) => (await save(`at-once-${i}`, 300)).code));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(3);
    expect(await points()).toBe(50_900);
  });

  it('is never so much that a balance could not be shown', async () => {
    expect(await save('most', 1e12)).toMatchObject({ code: '3030' });
    expect(await save('more', 1e12 + 1)).toMatchObject({ code: '1000' });
  });
});

describe('the database itself', () => {
  const authorisation = {
    ...{ tokenHash: 'token', nxMctNo: MERCHANTS[0].nxMctNo, memberId: 1, pinVersion: 0, mctAmount: 40_000 },
    ...{ ocbPoint: 10, dutumPoint: 0, chargePoint: 0, dutumParts: [], expiresAt: NOON + DAY },
  };
  const transaction = {
    ...{ id: 'x', kind: 'USE', nxMctNo: MERCHANTS[0].nxMctNo, mctTransactionId: 'x', contentHash: '', code: '0000' },
    ...{ detail: null, originalId: null, memberId: 1, mctAmount: 40_000, ocbPoint: 10, dutumPoint: 0, chargePoint: 0 },
    ...{ nxAuthDay: '20260601', userAuthSalt: null, at: NOON, pinVersion: null },
  } satisfies Omit<TransactionRow, 'nxAuthNo'>;
  const write = (change: object, spends?: string) => {
    const runs = (statement: Statement) => run<{ number: string | null }>(ocb.context.db, statement);
    return post(runs, { transaction: { ...transaction, ...change }, movements: [], spends });
  };
  const why = (promise: Promise<unknown>) =>
    promise.then(
      () => 'nothing',
      (error: Error) => `${(error.cause as Error | undefined)?.message ?? error.message}`,
    );

  it('spends a use token once, even if a service forgets to look', async () => {
    await insertAuthorisation(ocb.context.db, authorisation);
    expect(await write({}, 'token')).toBeDefined();
    const again = write({ id: 'y', mctTransactionId: 'y' }, 'token');
    expect(await why(again)).toContain('ledger: the use token has been spent');
    const rows = await ocb.context.db.execute(sql`select id from transactions where id in ('x', 'y')`);
    expect((rows as unknown as { rows: unknown[] }).rows).toEqual([{ id: 'x' }]);
  });

  it.each([
    { mctAmount: -1 },
    { ocbPoint: -1 },
    { dutumPoint: -1 },
    { chargePoint: -1 },
    { chargePoint: 11 },
    { ocbPoint: 500_001 },
    { ocbPoint: 400_000, dutumPoint: 100_001 },
  ])('keeps no use and no authorisation of %j', async (change) => {
    expect(await why(write(change))).toContain('violates check constraint "transactions_');
    const authorised = insertAuthorisation(ocb.context.db, { ...authorisation, ...change });
    expect(await why(authorised)).toContain('violates check constraint "use_authorisations_');
  });

  it('keeps a refused request, whatever it asked for', async () => {
    expect(await write({ code: '4017', ocbPoint: 1e12 })).toBeDefined();
  });
});
