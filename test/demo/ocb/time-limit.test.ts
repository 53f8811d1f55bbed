import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { MERCHANT_API, MERCHANT_CALLS } from '../../../contract/merchant-api';
import { MERCHANTS } from '../../../demo/ocb/seed/merchants';
import { addFault, clearFaults } from '../../../demo/ocb/services/faults';
import { encrypt } from '../../../merchant/client';
import { type Fixture, member, startFixture } from './fixture';
import { type Cluster, ENGINES, startCluster } from './postgres';

/** In place of 9.5 s. */
const LIMIT = 2_500;
const LONG = 60_000;
const first = member('ready');

const ask = (ocb: Fixture, mctTransactionId: string) =>
  ocb.asMerchant('result', {
    transactionType: 'USE',
    nxMctNo: MERCHANTS[0].nxMctNo,
    mctTransactionId,
    mctTransactionDay: '20260601',
    ocbTransactionId: '',
  });

const pointsOf = async (ocb: Fixture) => (await ocb.balancesOf(first)).ocb as number;

describe('a call that cannot be answered in time', () => {
  let ocb: Fixture;
  beforeAll(async () => {
    ocb = await startFixture({ answerWithinMs: LIMIT });
  });
  afterAll(() => ocb?.close());
  afterEach(() => clearFaults(ocb.context));

  it('is 4001, and has not happened when its work had not begun', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await addFault(ocb.context, { call: 'use', delayMs: LONG, times: 1 });
    const use = { mctTransactionId: 'late', ocbUseTrAuthToken };
    expect(await ocb.asMerchant('use', use)).toMatchObject({ status: 500, code: '4001' });
    expect(await ask(ocb, 'late')).toMatchObject({ code: '4017' });
    expect(await pointsOf(ocb)).toBe(before);
    expect((await ocb.asMerchant('use', use)).code).toBe('ok');
  });

  it('is 4001, and /result tells of it when its work was done', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await addFault(ocb.context, { call: 'use', delayMs: LONG, after: true, times: 1 });
    const use = { mctTransactionId: 'done', ocbUseTrAuthToken };
    expect(await ocb.asMerchant('use', use)).toMatchObject({ status: 500, code: '4001' });
    expect((await ask(ocb, 'done')).ok).toMatchObject({ rxResCode: '0000' });
    expect(await pointsOf(ocb)).toBe(before - 10);
    expect((await ocb.asMerchant('use', use)).code).toBe('ok');
    expect(await pointsOf(ocb)).toBe(before - 10);
  });

  it('may lose its answer, and is told by /result all the same', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    await addFault(ocb.context, { call: 'use', drop: true, after: true, times: 1 });
    const lost = fetch(`${ocb.url}${MERCHANT_API}${MERCHANT_CALLS.use.path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${MERCHANTS[0].basicAuth}`, 'content-type': 'text/plain' },
      body: encrypt(JSON.stringify({ mctTransactionId: 'lost', ocbUseTrAuthToken }), MERCHANTS[0]),
    });
    await expect(lost).rejects.toThrow('fetch failed');
    expect((await ask(ocb, 'lost')).ok).toMatchObject({ rxResCode: '0000', useInfo: { useOcbPoint: 10 } });
  });
});

describe.each(ENGINES.filter((engine) => engine === 'postgres'))('on %s, when something else holds a lock', () => {
  let cluster: Cluster;
  let ocb: Fixture;
  let other: Client;

  beforeAll(async () => {
    cluster = await startCluster();
    const databaseUrl = await cluster.database();
    ocb = await startFixture({ databaseUrl, answerWithinMs: LIMIT });
    other = new Client({ connectionString: databaseUrl });
    await other.connect();
  });
  afterAll(async () => {
    await other?.end();
    await ocb?.close();
    await cluster?.stop();
  });

  /** Until a statement waits for a lock of this kind. */
  const untilSomeoneWaits = (count: number) =>
    vi.waitFor(
      async () => {
        const { rows } = await other.query('select count(*)::int n from pg_locks where not granted');
        expect(rows[0].n).toBe(count);
      },
      { timeout: 10_000 },
    );

  it('a use that is stuck is 4001, /result waits for it, and it comes to nothing', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await other.query('begin');
    await other.query("select 1 from accounts where id = 'ocb:1' for update");
    expect(await ocb.asMerchant('use', { mctTransactionId: 'stuck', ocbUseTrAuthToken })).toMatchObject({
      code: '4001',
    });
    const asked = ask(ocb, 'stuck');
    await untilSomeoneWaits(2);
    await other.query('commit');
    expect(await asked).toMatchObject({ code: '4017' });
    expect(await pointsOf(ocb)).toBe(before);
    expect((await ocb.asMerchant('use', { mctTransactionId: 'again', ocbUseTrAuthToken })).code).toBe('ok');
  });

  it('a use whose commit is under way is 4001, and /result waits until it can tell of it', async () => {
    // A commit that takes as long as the test wants.
    await other.query(`
      create function slow_commit() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock_shared(1); return null; end $$;
      create constraint trigger slow_commit after insert on transactions deferrable initially deferred
        for each row execute function slow_commit()`);
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await other.query('select pg_advisory_lock(1)');
    expect(await ocb.asMerchant('use', { mctTransactionId: 'slow', ocbUseTrAuthToken })).toMatchObject({
      code: '4001',
    });
    const asked = ask(ocb, 'slow');
    await untilSomeoneWaits(2);
    await other.query('select pg_advisory_unlock(1)');
    expect((await asked).ok).toMatchObject({ rxResCode: '0000', useInfo: { useOcbPoint: 10 } });
    expect(await pointsOf(ocb)).toBe(before - 10);
    await other.query('drop trigger slow_commit on transactions');
  });
});
