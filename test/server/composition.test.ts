import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { createLog } from '../../server/log';
import { startSandbox } from '../../server/sandbox/start';
import { claim } from '../../server/storage/composition';
import { TABLES, takeEmbedded } from '../../server/storage/database';

it('a sandbox refuses to start on a production database, and does not change it', async () => {
  const client = await PGlite.create('memory://');
  const storage = { ...takeEmbedded(client), close: async () => undefined };
  await storage.migrate(TABLES);
  await claim(storage.db, 'production');
  const starting = startSandbox({ port: 0, storage, log: createLog('silent') });
  await expect(starting).rejects.toThrow('a database of production');
  const { rows } = await client.query(
    "select to_regclass('faults') as faults, (select count(*)::int from merchants) as n",
  );
  expect(rows).toEqual([{ faults: null, n: 0 }]);
  await client.close();
}, 60_000);
