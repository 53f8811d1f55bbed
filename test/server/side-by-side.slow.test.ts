import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFault } from '../../server/sandbox/faults';
import { cancelUse } from '../../server/services/merchant/cancel';
import { usePoints } from '../../server/services/merchant/use';
import { approvePush } from './answer-push';
import type { Answer } from './checked-calls';
import { type Fixture, keypadOf, member, press, startFixture } from './fixture';
import { type Cluster, ENGINES, hasPostgres, startCluster } from './postgres';

it('PostgreSQL is installed (required in CI)', () => {
  if (!hasPostgres) console.warn('NOT RUN with PostgreSQL: it is not installed (Debian: apt install postgresql)');
  if (process.env.CI) expect(hasPostgres).toBe(true);
});

/** Counts the codes. */
function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const codesOf = (answers: readonly Answer[]) => tally(answers.map((answer) => answer.code));

const settled = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) => (one.status === 'fulfilled' ? 'ok' : String(one.reason.code)));

describe.each(ENGINES)('concurrent calls on %s', (engine) => {
  let cluster: Cluster | undefined;
  /** Two servers; on PostgreSQL they share the database. */
  let one: Fixture;
  let two: Fixture;

  beforeAll(async () => {
    const generous = { callsPerSession: 1e6, callsPerAddress: 1e6 };
    if (engine === 'postgres') {
      cluster = await startCluster();
      const databaseUrl = await cluster.database();
      // Both start at the same time on an empty database.
      [one, two] = await Promise.all([
        startFixture({ databaseUrl, ...generous }),
        startFixture({ databaseUrl, ...generous }),
      ]);
    } else {
      one = await startFixture(generous);
      two = one;
    }
  });
  afterAll(async () => {
    await one?.close();
    if (two !== one) await two?.close();
    await cluster?.stop();
  });

  const side = (i: number) => (i % 2 === 0 ? one : two);

  async function rows<T>(query: string): Promise<T[]> {
    return ((await one.context.db.execute(sql.raw(query))) as unknown as { rows: T[] }).rows;
  }

  it('count 200 wrong PINs over 10 sessions: the fifth deletes the PIN', async () => {
    const who = member('ready', 13);
    const opened = await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        const { session } = await side(i).open();
        return { session, keypad: keypadOf((await side(i).byCard(session, who)).ok) };
      }),
    );
    const entries = Array.from({ length: 200 }, (_, i) => {
      const { session, keypad } = opened[i % 10] as (typeof opened)[number];
      return side(i).front('verifyPin', { session, ...press(keypad, '975319') });
    });
    const { '2001': _late, '2502': _spent, ...counts } = codesOf(await Promise.all(entries));
    expect(counts).toEqual({ '2503': 4, '2504': 6 });
    const [row] = await rows(`select pin_hash, pin_failures from members where phone = '${who.phone}'`);
    expect(row).toEqual({ pin_hash: null, pin_failures: 0 });
  }, 120_000);

  it('use a layout for one entry only', async () => {
    const who = member('ready', 14);
    const { session } = await one.open();
    const entry = { session, ...press(keypadOf((await one.byCard(session, who)).ok), '975319') };
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => side(i).front('verifyPin', entry)));
    expect(codesOf(answers)).toEqual({ '2503': 1, '2502': 19 });
  }, 60_000);

  it('count wrong card passwords: the third locks the card', async () => {
    const who = member('ready', 2);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => side(i).byCard((await side(i).open()).session, who, 'wrong')),
    );
    expect(codesOf(answers)).toEqual({ '2300': 2, '2301': 18 });
  }, 60_000);

  it('count wrong codes', async () => {
    const who = member('ready', 3);
    const { session } = await one.open();
    await one.ok('requestCode', one.details(session, who));
    const code = String((Number(await one.lastCode(who.phone)) + 1) % 1e6).padStart(6, '0');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => side(i).front('confirmCode', { session, code })),
    );
    expect(codesOf(answers)).toEqual({ '2200': 4, '2201': 16 });
  }, 60_000);

  it('leave only the last session of a token open', async () => {
    const mctTrToken = await one.token();
    const opened = await Promise.all(Array.from({ length: 10 }, (_, i) => side(i).open({ mctTrToken })));
    const answers = await Promise.all(opened.map(({ session }) => one.front('restart', { session })));
    expect(codesOf(answers)).toEqual({ ok: 1, '1000': 9 });
  }, 60_000);

  it('authorise one of many choices', async () => {
    const { session } = await one.atPoints(member('ready', 15));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        side(i).front('authorize', { session, ocbPoint: i + 1, dutumPoint: 0, chargePoint: 0 }),
      ),
    );
    expect(codesOf(answers)).toEqual({ ok: 1, '1000': 19 });
  }, 60_000);

  it('approve one of 200 uses of a token with different ids', async () => {
    const { ocbUseTrAuthToken } = await one.authorized(member('ready', 16), { ocbPoint: 1_000 });
    const merchant = await one.merchant();
    const codes = await settled(
      Array.from({ length: 200 }, (_, i) =>
        usePoints(side(i).context, merchant, { mctTransactionId: `storm-${i}`, ocbUseTrAuthToken }),
      ),
    );
    expect(tally(codes)).toEqual({ ok: 1, '1000': 199 });
  }, 120_000);

  it('get the same response for 50 repeats of a use, and a refusal for other content', async () => {
    const who = member('ready', 17);
    const { ocbUseTrAuthToken } = await one.authorized(who, { ocbPoint: 1_000 });
    const other = await one.authorized(who, { ocbPoint: 1_000 });
    const merchant = await one.merchant();
    const use = (i: number, token: string) =>
      usePoints(side(i).context, merchant, { mctTransactionId: 'again', ocbUseTrAuthToken: token });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => use(i, ocbUseTrAuthToken)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(tally(await settled([use(0, other.ocbUseTrAuthToken), use(1, other.ocbUseTrAuthToken)]))).toEqual({
      '1000': 2,
    });
  }, 60_000);

  it('approve one of two uses with one id and two tokens', async () => {
    const who = member('ready', 18);
    const tokens = await Promise.all([1, 2].map(() => one.authorized(who, { ocbPoint: 10 })));
    const merchant = await one.merchant();
    const codes = await settled(
      tokens.map(({ ocbUseTrAuthToken }, i) =>
        usePoints(side(i).context, merchant, { mctTransactionId: 'twin', ocbUseTrAuthToken }),
      ),
    );
    expect(tally(codes)).toEqual({ ok: 1, '1000': 1 });
  }, 60_000);

  it('never take a balance below zero', async () => {
    const who = member('ready', 19);
    const tokens: string[] = [];
    for (let i = 0; i < 5; i += 1) tokens.push((await side(i).authorized(who, { ocbPoint: 12_000 })).ocbUseTrAuthToken);
    const merchant = await one.merchant();
    const codes = await settled(
      tokens.map((ocbUseTrAuthToken, i) =>
        usePoints(side(i).context, merchant, { mctTransactionId: `greedy-${i}`, ocbUseTrAuthToken }),
      ),
    );
    expect(tally(codes)).toEqual({ ok: 2, '4018': 3 });
  }, 60_000);

  it('cancels a use once, by 30 ids that come at once', async () => {
    const merchant = await one.merchant();
    for (let round = 0; round < 5; round += 1) {
      const { ocbUseTrAuthToken } = await one.authorized(member('ready', 20), { ocbPoint: 10 });
      const use = await usePoints(one.context, merchant, { mctTransactionId: `gone-${round}`, ocbUseTrAuthToken });
      const cancel = (i: number) =>
        cancelUse(side(i).context, merchant, {
          mctTransactionId: `cancel-${round}-${i}`,
          orgOcbTransactionId: use.ocbTransactionId,
        });
      expect(tally(await settled(Array.from({ length: 30 }, (_, i) => cancel(i))))).toEqual({ ok: 1, '3040': 29 });
    }
  }, 60_000);

  it('deliver an approval to whoever waits, in any process', async () => {
    const who = member('ready', 4);
    const { session } = await one.open();
    const { number } = await one.ok('requestPush', { session, phone: who.phone });
    const waiting = two.ok('awaitPush', { session });
    await approvePush(one, who.phone, number);
    expect(await waiting).toMatchObject({ step: 'newPin' });
  }, 60_000);

  it.each(['requestCode', 'requestPush'] as const)(
    'send a phone five messages of %s, whoever sends them',
    async (call) => {
      const who = member('ready', 5);
      const sessions = await Promise.all(Array.from({ length: 30 }, (_, i) => side(i).open()));
      const answers = await Promise.all(
        sessions.map(({ session }, i) =>
          side(i).front(call, call === 'requestCode' ? one.details(session, who) : { session, phone: who.phone }),
        ),
      );
      expect(codesOf(answers)).toEqual({ ok: 5, [call === 'requestCode' ? '2203' : '2400']: 25 });
    },
    60_000,
  );

  it('apply a fault exactly three times', async () => {
    const { session } = await one.open();
    await addFault(one.context, { call: 'restart', errorCode: '9000', times: 3 });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => side(i).front('restart', { session })));
    expect(codesOf(answers)).toEqual({ '9000': 3, ok: 7 });
  }, 60_000);

  it('keep every balance equal to the sum of its entries, and all entries sum to zero', async () => {
    const wrong = await rows(
      `select a.id from accounts a left join entries e on e.account_id = a.id
       where a.balance is not null group by a.id having a.balance <> coalesce(sum(e.amount), 0)`,
    );
    expect(wrong).toEqual([]);
    expect(await rows('select transaction_id from entries group by 1 having sum(amount) <> 0')).toEqual([]);
    expect(
      (await rows<{ n: string }>("select count(*) n from transactions where code = '0000'")).map((row) =>
        Number(row.n),
      )[0],
    ).toBeGreaterThan(4);
  });
});
