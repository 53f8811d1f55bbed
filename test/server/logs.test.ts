import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { createMerchantClient } from '../../merchant/client';
import { createLog } from '../../server/log';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { approvePush } from './answer-push';
import { type Fixture, keypadOf, member, press, startFixture } from './fixture';

let ocb: Fixture;
beforeAll(async () => {
  ocb = await startFixture({ clock: async () => Date.now() });
}, 60_000);
afterAll(() => ocb.close());

const [shop] = MERCHANTS;

it('journeys by every method, with mistakes on the way, leave no secret in the log', async () => {
  const kit = createMerchantClient({ baseUrl: ocb.url, ...shop });
  const secrets = new Set<string>([shop.basicAuth, shop.aesKey, shop.aesIv]);
  const secret = <T extends string>(value: T): T => {
    secrets.add(value);
    return value;
  };

  /** Makes one journey. `identify` returns the step after identification. */
  async function journey(who = member('ready'), identify: (session: string) => Promise<Step>) {
    for (const value of [who.name, who.phone, who.cardNumber, who.cardPassword, '246813', '975319']) secret(value);
    const { merchantTrToken } = await kit.issueToken({ mctAmount: 40_000 });
    const { session } = await ocb.open({ mctTrToken: secret(merchantTrToken) });
    secret(session);
    const step = await identify(session);
    if (step.step === 'pin') {
      const wrong = await ocb.front('verifyPin', { session, ...press(step.keypad, '975319') });
      const pinned = { session, ...press(keypadOf(wrong.refusal?.step), '246813') };
      secret(JSON.stringify(pinned.positions));
      await ocb.ok('verifyPin', pinned);
    } else {
      await ocb.enterPin(session, step, '246813');
    }
    const choice = { session, ocbPoint: 1_000, dutumPoint: 0, chargePoint: 0 };
    await ocb.front('authorize', { ...choice, ocbPoint: 99_999_999 });
    const { ocbUseTrAuthToken } = await ocb.ok('authorize', choice);
    const used = await kit.use({
      mctTransactionId: `order-${who.phone}`,
      ocbUseTrAuthToken: secret(ocbUseTrAuthToken),
    });
    if (used.outcome === 'approved') secret(used.answer.userAuthToken ?? '');
  }

  await journey(member('ready', 0), async (session) => {
    await ocb.byCard(session, member('ready', 0), secret('a-wrong-password'));
    return (await ocb.byCard(session, member('ready', 0))).ok as Step;
  });
  const second = member('has-pin');
  await journey(second, async (session) => {
    await ocb.front('requestCode', { ...ocb.details(session, second), name: secret('홍길동이') });
    await ocb.ok('requestCode', ocb.details(session, second));
    await ocb.front('confirmCode', { session, code: '000000' });
    return ocb.ok('confirmCode', { session, code: secret(await ocb.lastCode(second.phone)) });
  });
  const third = member('ready', 13);
  await journey(third, async (session) => {
    const { number } = await ocb.ok('requestPush', { session, phone: third.phone });
    await approvePush(ocb, third.phone, number);
    await fetch(`${ocb.url}/sandbox/phones/${third.phone}?${third.cardNumber}`);
    return (await ocb.ok('awaitPush', { session })) as Step;
  });
  const numbers = { nxMctNo: shop.nxMctNo, nxMctCorpNo: shop.nxMctCorpNo, reqPoint: 5 };
  const saving = { mctTransactionId: 's-1', ...numbers, authType: 'CARD', authID: second.cardNumber };
  await ocb.asMerchant('save', saving);
  await ocb.asMerchant('save', { ...saving, authID: secret('8951999999999999') });
  await ocb.asMerchant('save', { ...saving, mctTransactionId: 's-2', authType: 'CI', authID: secret(second.ci) });
  await ocb.asMerchant('save', { ...saving, mctTransactionId: 's-3', authType: second.cardNumber });
  await ocb.asMerchant('use', `{"ocbUseTrAuthToken": "${second.cardNumber}`);
  await ocb.front('identifyByCard', `{"cardNumber": "${second.cardNumber}`);
  await ocb.front('identifyByCard', { session: 1, cardNumber: second.cardNumber, cardPassword: second.cardPassword });
  await fetch(`${ocb.url}/nothing/${third.phone}?token=${third.cardNumber}`);

  const log = ocb.lines.join('');
  expect(ocb.lines.length).toBeGreaterThan(30);
  expect([...secrets].filter((value) => log.includes(value))).toEqual([]);
});

it('the log redacts fields with secrets', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  log.info({ pin: 'SECRET', asked: { cardPassword: 'SECRET', mctTrToken: 'SECRET' }, body: { any: 'SECRET' } }, 'said');
  expect(lines.join('')).toContain('said');
  expect(lines.join('')).not.toContain('SECRET');
});

it('the database contains no secrets except those that the sandbox shows on its phones', async () => {
  const { session } = await ocb.open();
  const who = member('ready', 1);
  const first = (await ocb.byCard(session, who)).ok as Step;
  const next = await ocb.ok('enterNewPin', { session, ...press(keypadOf(first), '735091') });
  const during = await dump();
  await ocb.ok('confirmNewPin', { session, ...press(keypadOf(next), '735091') });
  const { ocbUseTrAuthToken } = await ocb.ok('authorize', { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
  const after = await dump();
  for (const value of [session, '"735091"', ocbUseTrAuthToken, who.cardPassword, shop.basicAuth]) {
    expect(during + after).not.toContain(value);
  }
});

async function dump(): Promise<string> {
  const tables = [
    'sessions',
    'members',
    'merchants',
    'use_authorisations',
    'user_auth_tokens',
    'transactions',
    'one_time_codes',
  ];
  const all = await Promise.all(tables.map((table) => ocb.context.db.execute(`select * from ${table}`)));
  return JSON.stringify(all.map((result) => (result as unknown as { rows: object[] }).rows));
}
