import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../../server/sandbox/storage/schema';
import { SANDBOX_TABLES } from '../../server/sandbox/storage/tables';
import { openStorage, type Storage } from '../../server/storage/database';
import { run, type Statement } from '../../server/storage/statement';
import type { Transaction } from '../../server/storage/transaction';
import { sandboxDatabase } from '../demo/embedded-database';
import { type Cluster, type Engine, startCluster } from './postgres';

const nothing = async () => undefined;
const write = (call: string): Statement => ({ text: 'insert into faults (call) values ($1)', values: [call] });
const FAIL: Statement = { text: 'select 1 / 0' };
const HANG_UP: Statement = { text: 'select pg_terminate_backend(pg_backend_pid())' };

type Rest = (transaction: Transaction) => Promise<unknown>;

/** The tests of transactions, for one engine. */
export function describeTransactions(engine: Engine): void {
  describe(`a transaction on ${engine}`, () => {
    let cluster: Cluster | undefined;
    let storage: Storage;
    beforeAll(async () => {
      cluster = engine === 'postgres' ? await startCluster() : undefined;
      storage = cluster
        ? await openStorage({ databaseUrl: await cluster.database(), dataDir: '' }, () => undefined)
        : (await sandboxDatabase()).storage;
      await storage.migrate(SANDBOX_TABLES);
    });
    afterAll(async () => {
      await storage?.close();
      await cluster?.stop();
    });

    const written = async () => (await storage.db.select().from(faults)).map(({ call }) => call);

    it.each<[string, Rest]>([
      ['that comes to its end', ({ db }) => run(db, write('kept'))],
      ['that writes last', ({ last }) => last(write('kept'))],
      [
        'that reads after its last',
        async ({ db, last }) => run(db, { text: `select ${(await last(write('kept'))).length}` }),
      ],
    ])('a transaction is committed: %s', async (_name, rest) => {
      const before = await written();
      await storage.transact(nothing, rest);
      expect(await written()).toEqual([...before, 'kept']);
    });

    /** Ways in which a transaction that has written something fails. */
    const BADLY: [string, Rest][] = [
      ['that fails', ({ db }) => run(db, FAIL)],
      ['whose last fails', ({ last }) => last(FAIL)],
      ['that is given up', () => Promise.reject(new Error('given up'))],
    ];
    if (engine === 'postgres') BADLY.push(['whose connection breaks', ({ db }) => run(db, HANG_UP)]);

    it.each(BADLY)('a failed transaction leaves nothing, and the next one works: %s', async (_name, end) => {
      const before = await written();
      const ended = storage.transact(nothing, async (transaction) => {
        await run(transaction.db, write('lost'));
        await end(transaction);
      });
      await expect(ended).rejects.toThrow();
      await storage.transact(nothing, ({ last }) => last(write('next')));
      expect(await written()).toEqual([...before, 'next']);
    });
  });
}
