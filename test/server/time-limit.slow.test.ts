import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Fixture, member, startFixture } from './fixture';
import { type Cluster, ENGINES, startCluster } from './postgres';
import { LIMIT, resultOf } from './time-limit';

const first = member('ready');
const pointsOf = async (ocb: Fixture) => (await ocb.balancesOf(first)).ocb as number;

describe.each(ENGINES.filter((engine) => engine === 'postgres'))('on %s, when something else holds a lock', () => {
  let cluster: Cluster;
  let ocb: Fixture;
  let other: Client;

  beforeAll(async () => {
    cluster = await startCluster();
    const databaseUrl = await cluster.database();
    ocb = await startFixture({ databaseUrl, answerWithinMs: LIMIT, othersMayTakeMs: 200 });
    other = new Client({ connectionString: databaseUrl });
    await other.connect();
  });
  afterAll(async () => {
    await other?.end();
    await ocb?.close();
    await cluster?.stop();
  });

  /** Resolves when this many statements wait for a lock. */
  const untilSomeoneWaits = (count: number) =>
    vi.waitFor(
      async () => {
        const { rows } = await other.query('select count(*)::int n from pg_locks where not granted');
        expect(rows[0].n).toBe(count);
      },
      { timeout: 10_000 },
    );

  it('a stuck use is 4001, /result waits for it, and it has no effect', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await other.query('begin');
    await other.query("select 1 from accounts where id = 'ocb:1' for update");
    expect(await ocb.asMerchant('use', { mctTransactionId: 'stuck', ocbUseTrAuthToken })).toMatchObject({
      code: '4001',
    });
    const asked = resultOf(ocb, 'stuck');
    await untilSomeoneWaits(2);
    await other.query('commit');
    expect(await asked).toMatchObject({ code: '4017' });
    expect(await pointsOf(ocb)).toBe(before);
    expect((await ocb.asMerchant('use', { mctTransactionId: 'again', ocbUseTrAuthToken })).code).toBe('ok');
  });

  it('a use during its commit is 4001, and /result waits until it can report it', async () => {
    // A commit that lasts until the test releases it.
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
    const asked = resultOf(ocb, 'slow');
    await untilSomeoneWaits(2);
    await other.query('select pg_advisory_unlock(1)');
    expect((await asked).ok).toMatchObject({ rxResCode: '0000', useInfo: { useOcbPoint: 10 } });
    expect(await pointsOf(ocb)).toBe(before - 10);
    await other.query('drop trigger slow_commit on transactions');
  });
});
