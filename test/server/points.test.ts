import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { usePoints } from '../../server/services/merchant/use';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const NOTHING = { ocbPoint: 0, dutumPoint: 0, chargePoint: 0 };

const use = async (ocbUseTrAuthToken: string, mctTransactionId = 'order-1', nth = 0) =>
  usePoints(ocb.context, await ocb.merchant(nth), { mctTransactionId, ocbUseTrAuthToken });

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error) => error.code,
  );

describe('authorize', () => {
  it('returns a token of 128 characters and moves no points', async () => {
    const { session } = await ocb.atPoints(first);
    const before = await ocb.balancesOf(first);
    const answer = await ocb.ok('authorize', { session, ocbPoint: 10_000, dutumPoint: 6_000, chargePoint: 0 });
    expect(answer).toEqual({
      ocbUseTrAuthToken: expect.stringMatching(/^[A-Za-z0-9_-]{128}$/),
      mctAmount: 40_000,
      dutumPoint: 6_000,
      usePoint: 16_000,
    });
    expect(await ocb.balancesOf(first)).toEqual(before);
  });

  it('repeats its response for the same choice only', async () => {
    const { session } = await ocb.atPoints(first);
    const choice = { session, ocbPoint: 1_000, dutumPoint: 0, chargePoint: 0 };
    const answer = await ocb.ok('authorize', choice);
    expect(await ocb.ok('authorize', choice)).toEqual(answer);
    expect((await ocb.front('authorize', { ...choice, ocbPoint: 2_000 })).code).toBe('1000');
    await use(answer.ocbUseTrAuthToken);
    expect((await ocb.front('authorize', choice)).code).toBe('1000');
  });

  it.each([
    ['short of OCB points, without PAYCO', 'short', { ocbPoint: 301 }, '4016', 500],
    ['short of dutum points', 'ready', { dutumPoint: 8_001 }, '4018', 500],
    ['over 500,000', 'rich', { ocbPoint: 500_001 }, '4061', 500],
    ['more than the amount', 'ready', { ocbPoint: 40_001 }, '1000', 400],
    ['nothing', 'ready', {}, '1000', 400],
    ['a charge that is not needed', 'ready', { ocbPoint: 100, chargePoint: 50 }, '1000', 400],
    ['a charge that does not fill the gap', 'payco', { ocbPoint: 51_000, chargePoint: 999 }, '4016', 500],
  ])('refuses a choice: %s', async (_what, trait, choice, code, status) => {
    const mctAmount = trait === 'rich' ? 600_000 : trait === 'payco' ? 60_000 : 40_000;
    const { session } = await ocb.atPoints(member(trait), { mctAmount });
    const answer = await ocb.front('authorize', { session, ...NOTHING, ...choice });
    expect(answer).toMatchObject({ code, status });
    const isShort = code === '4016' || code === '4018';
    expect(answer.refusal?.step?.step).toBe(isShort ? 'points' : undefined);
    expect((await ocb.front('authorize', { session, ...NOTHING, ocbPoint: 1 })).code).toBe('ok');
  });

  it('requires identification (2001) and PIN (2002)', async () => {
    const { session } = await ocb.open();
    expect((await ocb.front('authorize', { session, ...NOTHING, ocbPoint: 1 })).code).toBe('2001');
    await ocb.byCard(session, first);
    const answer = await ocb.front('authorize', { session, ...NOTHING, ocbPoint: 1 });
    expect(answer).toMatchObject({ status: 403, code: '2002', refusal: { step: { step: 'newPin' } } });
  });
});

describe('use', () => {
  it('moves the points once, and returns what settlement needs', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10_000, dutumPoint: 6_000 });
    const answer = await use(ocbUseTrAuthToken);
    expect(answer).toEqual({
      ocbTransactionId: expect.stringMatching(/^20260601[0-9a-f]{32}$/),
      nxAuthDay: '20260601',
      nxAuthNo: expect.stringMatching(/^[0-9]{9}$/),
      mctAmount: 40_000,
      useOcbPoint: 10_000,
      dutumPoint: 6_000,
      chargePoint: 0,
      userAuthToken: expect.stringMatching(/^[A-Za-z0-9_-]{128}$/),
    });
    expect(await ocb.balancesOf(first)).toEqual({
      'dutum:1': 0,
      'dutum:2': 2_000,
      'dutum:3': 2_000,
      'dutum:4': 4_000,
      'dutum:5': 1_000,
      ocb: 40_000,
    });
    expect(await use(ocbUseTrAuthToken)).toEqual(answer);
    expect(await codeOf(use(ocbUseTrAuthToken, 'order-2'))).toBe('1000');
    expect((await ocb.balancesOf(first)).ocb).toBe(40_000);
  });

  it('returns the date in Korea', async () => {
    ocb.time.now = Date.UTC(2026, 5, 1, 15) - 1;
    const one = await ocb.authorized(first, { ocbPoint: 1 });
    expect((await use(one.ocbUseTrAuthToken, 'late')).nxAuthDay).toBe('20260601');
    const two = await ocb.authorized(first, { ocbPoint: 1 });
    ocb.time.now += 1;
    expect((await use(two.ocbUseTrAuthToken, 'early')).nxAuthDay).toBe('20260602');
  });

  it('charges missing points from PAYCO', async () => {
    const payco = member('short', 1);
    const { ocbUseTrAuthToken } = await ocb.authorized(payco, { ocbPoint: 3_000, chargePoint: 2_000 });
    expect(await use(ocbUseTrAuthToken)).toMatchObject({ useOcbPoint: 3_000, chargePoint: 2_000 });
    expect(await ocb.balancesOf(payco)).toEqual({ ocb: 0 });
  });

  it('refuses the same id with other content (1000)', async () => {
    const one = await ocb.authorized(first, { ocbPoint: 1 });
    const two = await ocb.authorized(first, { ocbPoint: 1 });
    await use(one.ocbUseTrAuthToken);
    await expect(use(two.ocbUseTrAuthToken)).rejects.toMatchObject({ code: '1000', details: {} });
    expect(await codeOf(use(two.ocbUseTrAuthToken, 'order-2'))).toBe('ok');
  });

  it('refuses a token that is unknown, expired or another merchant’s (403 / 1000); ids belong to a merchant', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 1 });
    const refused = { code: '1000', details: { status: 403 } };
    await expect(use('unknown')).rejects.toMatchObject(refused);
    await expect(use(ocbUseTrAuthToken, 'order-1', 1)).rejects.toMatchObject(refused);
    const other = await ocb.authorized(first, { ocbPoint: 1 }, { merchantNth: 1 });
    expect(await codeOf(use(other.ocbUseTrAuthToken, 'order-1', 1))).toBe('ok');
    ocb.time.now += 10 * 60_000;
    await expect(use(ocbUseTrAuthToken)).rejects.toMatchObject(refused);
  });

  it('refuses after the balance has fallen (4018), always for that id, and accepts another id', async () => {
    const { session } = await ocb.atPoints(first);
    const { session: other } = await ocb.atPoints(first);
    const one = await ocb.ok('authorize', { session, ...NOTHING, ocbPoint: 30_000 });
    const two = await ocb.ok('authorize', { session: other, ...NOTHING, ocbPoint: 30_000 });
    await use(one.ocbUseTrAuthToken, 'order-1');
    expect(await codeOf(use(two.ocbUseTrAuthToken, 'order-2'))).toBe('4018');
    expect(await codeOf(use(two.ocbUseTrAuthToken, 'order-2'))).toBe('4018');
    expect(await codeOf(use(two.ocbUseTrAuthToken, 'order-3'))).toBe('4018');
    expect((await ocb.balancesOf(first)).ocb).toBe(20_000);
  });

  it.each([
    ['suspended', '4058'],
    ['withdrawn', '4057'],
  ])('refuses a member who was %s after the choice (%s)', async (status, code) => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 1 });
    await ocb.context.db.execute(sql`update members set status = ${status} where id = 1`);
    expect(await codeOf(use(ocbUseTrAuthToken))).toBe(code);
  });
});

describe('the database’s guards of the ledger', () => {
  it.each([
    [
      'an entry without its counterpart',
      `insert into entries (transaction_id, account_id, amount) values ('opening', 'ocb:1', 1)`,
    ],
    [
      'an entry that moves nothing',
      `insert into entries (transaction_id, account_id, amount) values ('opening', 'ocb:1', 0)`,
    ],
    [
      'a balance below zero',
      `insert into entries (transaction_id, account_id, amount) values ('opening', 'ocb:3', -301), ('opening', 'ocb:1', 301)`,
    ],
    ['a balance without an entry', `update accounts set balance = balance + 1 where id = 'ocb:1'`],
    ['an account that starts with points', `insert into accounts (id, kind, balance) values ('ocb:x', 'ocb', 5)`],
    ['a changed entry', `update entries set amount = amount * 2`],
    ['a deleted entry', `delete from entries`],
    ['a deleted account', `delete from accounts where id = 'ocb:1'`],
    ['a changed transaction', `update transactions set ocb_point = 0`],
    ['a counter with a balance', `insert into accounts (id, kind, balance) values ('used:x', 'counter', 0)`],
  ])('refuses %s', async (_what, statement) => {
    await expect(ocb.context.db.execute(statement)).rejects.toMatchObject({ cause: { code: '23514' } });
  });
});
