import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { member } from '../server/fixture';
import { freshSandbox, ocb } from '../server/fresh-sandbox';
import { request } from '../server/sandbox-controls';
import { type ExampleServer, startExample } from './example-server';

/** How the guide says to start each server. */
const SERVERS: [name: string, ...command: string[]][] = [
  ['Node', process.execPath, 'server.mjs'],
  ['Python', '/usr/bin/python3', 'server.py'],
  ['PHP', 'php', '-S', 'localhost:{port}', 'server.php'],
  ['Java', 'java', 'Server.java'],
];

freshSandbox();
const who = member('has-pin');

// #region journey
/** What the page receives when the shopper has authorised points. */
async function authorize(mctTrToken: unknown, ocbPoint = 3_000): Promise<string> {
  const { json } = await request('POST', '/sandbox/authorize', { member: who.cardNumber, mctTrToken, ocbPoint });
  return json.ocbUseTrAuthToken;
}

describe.each(SERVERS)('the server in %s', (_name, ...command) => {
  let shop: ExampleServer;
  beforeAll(async () => {
    shop = await startExample(command, { OKCASHBAG_BASE_URL: ocb.url });
  }, 90_000);
  afterAll(() => shop?.stop());

  const issueToken = async () => (await shop.post('/token')).json.merchantTrToken;

  it('serves the page, issues a token and spends what was authorised, once', async () => {
    expect(await (await fetch(shop.url)).text()).toContain('new OKcashbagAPI()');
    const ocbUseTrAuthToken = await authorize(await issueToken());
    const { json } = await shop.post('/order', { ocbUseTrAuthToken, usePoint: 3_000 });
    expect(json).toEqual({ outcome: 'paid' });
    expect(await ocb.balancesOf(who)).toMatchObject({ ocb: who.ocbPoint - 3_000 });
    const again = await shop.post('/order', { ocbUseTrAuthToken, usePoint: 3_000 });
    expect(again.json).toEqual({ outcome: 'refused', message: expect.stringMatching(/./) });
  });

  // #endregion journey

  it('cancels points that do not fit the order', async () => {
    const ocbUseTrAuthToken = await authorize(await issueToken(), 10);
    const { json } = await shop.post('/order', { ocbUseTrAuthToken, usePoint: 39_000 });
    expect(json.outcome).toBe('refused');
    expect(await ocb.balancesOf(who)).toMatchObject({ ocb: who.ocbPoint });
  });

  it('repeats a use whose answer is lost, and spends once', async () => {
    const ocbUseTrAuthToken = await authorize(await issueToken());
    await request('POST', '/sandbox/faults', { call: 'use', drop: true, after: true, times: 1 });
    const { json } = await shop.post('/order', { ocbUseTrAuthToken, usePoint: 3_000 });
    expect(json).toEqual({ outcome: 'paid' });
    expect(await ocb.balancesOf(who)).toMatchObject({ ocb: who.ocbPoint - 3_000 });
  });

  it('says in words of OCB why nothing can be spent', async () => {
    const ocbUseTrAuthToken = await authorize(await issueToken());
    await request('POST', '/sandbox/faults', { call: 'use', errorCode: '4018', times: 1 });
    const { json } = await shop.post('/order', { ocbUseTrAuthToken, usePoint: 3_000 });
    expect(json).toEqual({ outcome: 'refused', message: '포인트가 부족하여 사용할 수 없습니다.' });
  });
});

describe.each(SERVERS)('with wrong credentials, the server in %s', (_name, ...command) => {
  let shop: ExampleServer | undefined;
  afterEach(() => shop?.stop());

  it.each([
    ['Authorization', { OKCASHBAG_BASIC_AUTH: 'd3Jvbmc6d3Jvbmc=' }, /Authorization/],
    ['key', { OKCASHBAG_AES_KEY: '00000000000000000000000000000000' }, /[kK]ey|decrypted/],
  ])(
    'says what to check: %s',
    async (_what, env, expected) => {
      shop = await startExample(command, { OKCASHBAG_BASE_URL: ocb.url, ...env });
      const { status, json } = await shop.post('/token');
      expect(status).toBe(502);
      expect(json.detail).toMatch(expected);
    },
    90_000,
  );
});
