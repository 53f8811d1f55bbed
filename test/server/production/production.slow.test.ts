import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FRONT_API } from '../../../contract/front-api';
import { createLog } from '../../../server/log';
import { startSandbox } from '../../../server/sandbox/start';
import { openStorage } from '../../../server/storage/database';
import { consents, member } from '../fixture';
import { hasPostgres } from '../postgres';
import { wrongInTheBooks } from '../shoppers';
import { hasNginx } from './nginx';
import { popupAt } from './popup';
import { command, startServer } from './production';
import { type Credentials, NUMBERS, startTwoServers, type TwoServers } from './two-servers';

const first = member('ready');
const second = member('ready', 1);

it('PostgreSQL and nginx are installed (required in CI)', () => {
  if (!hasPostgres || !hasNginx) console.warn('NOT RUN: PostgreSQL or nginx is not installed');
  if (process.env.CI) expect([hasPostgres, hasNginx]).toEqual([true, true]);
});

describe.runIf(hasPostgres && hasNginx)('production', () => {
  let two: TwoServers;
  let env: TwoServers['env'];
  let storage: TwoServers['storage'];
  let url: string;
  let credentials: Credentials;

  beforeAll(async () => {
    two = await startTwoServers([first, second]);
    ({ env, storage, url, credentials } = two);
  }, 180_000);
  afterAll(() => two?.stop());

  const kit = () => two.kit(credentials);
  const popup = () => popupAt(url, kit());

  it('serves script and popup', async () => {
    const script = await (await fetch(`${url}/js/okcashbagapi.js`)).text();
    expect(script).toContain('OKcashbagAPI');
    expect((await fetch(`${url}/popup/today/ko`)).status).toBe(200);
  });

  it('serves a journey by card: a use, its cancel, and their results', async () => {
    const { open, byCard, authorise } = popup();
    const session = await open();
    const ocbUseTrAuthToken = await authorise(session, await byCard(session, first), 3_000);
    const use = await kit().use({ mctTransactionId: 'order-1', ocbUseTrAuthToken });
    expect(use).toMatchObject({ outcome: 'approved', answer: { useOcbPoint: 3_000 } });
    const id = use.outcome === 'approved' ? use.answer.ocbTransactionId : '';
    const cancel = await kit().cancel({ mctTransactionId: 'cancel-1', orgOcbTransactionId: id });
    expect(cancel).toMatchObject({ outcome: 'approved', answer: { canceledOcbPoint: 3_000 } });
  });

  it('serves a journey by phone, with the code that the agency delivered', async () => {
    const { open, front } = popup();
    const session = await open();
    const { name, birthDate, firstDigit, carrier, phone } = second;
    await front('requestCode', { session, name, birthDate, firstDigit, carrier, phone, consents });
    const agency = await openStorage({ databaseUrl: env.MADE_UP_DATABASE_URL, dataDir: '' }, () => undefined);
    const result = await agency.db.execute('select code from messages order by id desc limit 1');
    await agency.close();
    const [{ code }] = (result as unknown as { rows: [{ code: string }] }).rows;
    expect((await front('confirmCode', { session, code })).step).toBe('newPin');
  });

  it.each([
    '/',
    '/phone',
    '/docs/',
    '/docs/reference',
    '/sandbox/merchants',
    '/sandbox/members',
    '/sandbox/faults',
    '/sandbox/pages/home.js',
    '/sandbox/gallery',
    '/sandbox/gallery/modern.ko.js',
  ])('has no sandbox routes: %s', async (path) => {
    for (const headers of [{}, { host: 'localhost' }, { host: '127.0.0.1' }] as Record<string, string>[]) {
      expect((await fetch(url + path, { headers })).status).toBe(404);
    }
  });

  it('has no reset and no adjustable clock', async () => {
    for (const path of ['/sandbox/reset', '/sandbox/clock']) {
      expect((await fetch(url + path, { method: 'POST' })).status).toBe(404);
    }
  });

  it('spends a token once over both processes, and the ledger is consistent', async () => {
    const { open, byCard, authorise } = popup();
    const session = await open();
    const ocbUseTrAuthToken = await authorise(session, await byCard(session, first), 1_000);
    const uses = Array.from({ length: 100 }, (_, i) =>
      kit().use({ mctTransactionId: `storm-${i}`, ocbUseTrAuthToken }),
    );
    const outcomes = (await Promise.all(uses)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(99);
    expect(await wrongInTheBooks({ context: storage } as never)).toEqual([]);
  });

  it('refuses a sandbox on its database', async () => {
    const starting = startSandbox({ port: 0, databaseUrl: env.DATABASE_URL, log: createLog('silent') });
    await expect(starting).rejects.toThrow('a database of production');
  });

  it.each<[string, string, Record<string, string>]>([
    ['no database', 'DATABASE_URL is missing', { DATABASE_URL: '' }],
    ['no providers', 'OCB_PROVIDERS is missing', { OCB_PROVIDERS: '' }],
    ['providers that are none', 'exports no openProviders', { OCB_PROVIDERS: 'node:path' }],
    ['providers that are not there', 'a path begins with ./ or /', { OCB_PROVIDERS: 'providers.js' }],
    ['a database that does not respond', 'ECONNREFUSED', { DATABASE_URL: 'postgresql://127.0.0.1:1/ocb' }],
    ['a port that is none', 'OCB_PORT must be a whole number', { OCB_PORT: 'x' }],
  ])('refuses to start with %s, and says so', async (_what, why, change) => {
    await expect(command({ ...env, ...change })).rejects.toMatchObject({ stderr: expect.stringContaining(why) });
  });

  it('refuses to start on a database without migrations', async () => {
    const starting = command({ ...env, DATABASE_URL: await two.cluster.database() });
    await expect(starting).rejects.toMatchObject({ stderr: expect.stringContaining('run "migrate" first') });
  });

  it('refuses to start on a database of an earlier version', async () => {
    const earlier = { ...env, DATABASE_URL: await two.cluster.database() };
    await command(earlier, 'migrate');
    const opened = await openStorage({ databaseUrl: earlier.DATABASE_URL, dataDir: '' }, () => undefined);
    const last = 'select max(id) from drizzle.__drizzle_migrations';
    await opened.db.execute(`delete from drizzle.__drizzle_migrations where id = (${last})`);
    await opened.close();
    await expect(command(earlier)).rejects.toMatchObject({ stderr: expect.stringContaining('run "migrate" first') });
  });

  it('says how a command is used, before it opens a database', async () => {
    const wrong = command({ ...env, DATABASE_URL: '' }, 'merchant', 'add', '--name=하루상점');
    await expect(wrong).rejects.toMatchObject({ stderr: expect.stringContaining('merchant resume <nxMctNo>') });
  });

  it('counts the calls of each address that its proxy names', async () => {
    const one = await startServer({ ...env, OCB_CALLS_PER_ADDRESS: '1' });
    const call = async (address: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      return (await fetch(`${one.url}${FRONT_API}/restart`, { method: 'POST', headers, body: '{}' })).status;
    };
    expect([await call('192.0.2.1'), await call('192.0.2.1'), await call('192.0.2.2')]).toEqual([400, 429, 400]);
    one.terminate();
    await one.ended;
  });

  it('reports not ready before it stops, and finishes running calls', async () => {
    const one = await startServer(env);
    const status = async (path: string) => (await fetch(one.url + path)).status;
    expect(await status('/health/ready')).toBe(200);
    one.terminate();
    await vi.waitFor(async () => expect(await status('/health/ready')).toBe(503), { timeout: 900, interval: 10 });
    expect(await status('/health/live')).toBe(200);
    expect(await status('/js/okcashbagapi.js')).toBe(200);
    expect(await one.ended).toBe(0);
  });

  it('revokes userAuthTokens, and says of whom when it is not told', async () => {
    const { open, byCard, authorise } = popup();
    const session = await open();
    const ocbUseTrAuthToken = await authorise(session, await byCard(session, first), 1);
    await kit().use({ mctTransactionId: 'order-with-token', ocbUseTrAuthToken });
    expect(await command(env, 'revoke-tokens', `--nxMctNo=${NUMBERS.nxMctNo}`)).toMatch(/^[1-9]\d* userAuthTokens/);
    expect(await command(env, 'revoke-tokens', '--member=1')).toMatch(/^0 userAuthTokens/);
    await expect(command(env, 'revoke-tokens')).rejects.toThrow(/Usage: revoke-tokens/);
  });

  it('refuses a merchant’s old keys after a rotation, and every key during a suspension', async () => {
    const old = kit();
    credentials = JSON.parse(await command(env, 'merchant', 'rotate-keys', NUMBERS.nxMctNo));
    await expect(old.issueToken({ mctAmount: 1 })).rejects.toMatchObject({ code: '1000' });
    expect((await kit().issueToken({ mctAmount: 1 })).merchantTrToken).toHaveLength(128);
    await command(env, 'merchant', 'suspend', NUMBERS.nxMctNo);
    await expect(kit().issueToken({ mctAmount: 1 })).rejects.toMatchObject({ code: '1000' });
    await command(env, 'merchant', 'resume', NUMBERS.nxMctNo);
    expect((await kit().issueToken({ mctAmount: 1 })).merchantTrToken).toHaveLength(128);
  });
});
