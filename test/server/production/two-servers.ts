import { createMerchantClient } from '../../../merchant/client';
import type { SeedMember } from '../../../server/sandbox/seed/members';
import { openStorage } from '../../../server/storage/database';
import { startCluster } from '../postgres';
import { startNginx } from './nginx';
import { addMember, buildServer, command, environment, killAll, startServer } from './production';

/** The origin of the merchant's page. */
export const ORIGIN = 'https://shop.example';
export const NUMBERS = { nxMctNo: '200000000000001', nxMctCorpNo: '2208800000001' };

/** The credentials that `merchant add` and `merchant rotate-keys` print. */
export interface Credentials {
  nxMctNo: string;
  basicAuth: string;
  aesKey: string;
  aesIv: string;
}

/**
 * Starts two production servers behind nginx, on a new database with a merchant and these members. `through` returns
 * the address at which the servers find the database, if there is a pooler between them.
 */
export async function startTwoServers(
  people: readonly SeedMember[],
  through: (databaseUrl: string) => Promise<string> = async (url) => url,
) {
  await buildServer();
  const cluster = await startCluster();
  const env = environment(await cluster.database(), await cluster.database());
  await Promise.all([command(env, 'migrate'), command(env, 'migrate')]);
  const numbers = [`--nxMctNo=${NUMBERS.nxMctNo}`, `--nxMctCorpNo=${NUMBERS.nxMctCorpNo}`];
  const added = await command(env, 'merchant', 'add', ...numbers, '--name=하루상점', `--origin=${ORIGIN}`);
  const credentials: Credentials = JSON.parse(added);
  const storage = await openStorage({ databaseUrl: env.DATABASE_URL, dataDir: '' }, () => undefined);
  for (const [i, who] of people.entries()) await addMember(storage.db, who, i + 1);
  const serving = { ...env, DATABASE_URL: await through(env.DATABASE_URL ?? '') };
  const servers = await Promise.all([startServer(serving), startServer(serving)]);
  const nginx = await startNginx(servers.map(({ url }) => url));
  return {
    cluster,
    /** The environment of commands and further servers. */
    env,
    storage,
    servers,
    url: nginx.url,
    credentials,
    kit: (keys = credentials) => createMerchantClient({ baseUrl: nginx.url, ...NUMBERS, ...keys }),
    async stop() {
      await nginx.stop();
      await storage.close();
      killAll();
      await cluster.stop();
    },
  };
}

export type TwoServers = Awaited<ReturnType<typeof startTwoServers>>;
