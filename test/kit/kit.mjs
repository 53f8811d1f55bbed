import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import test from 'node:test';
import { promisify } from 'node:util';
import * as kit from 'okcashbagapi/merchant';

/**
 * The packed kit in a merchant's project, on the oldest Node that it promises to run on. `OCB_URL` is a sandbox. Plain
 * Node and its own test runner: what the other tests are made with needs a newer one.
 */
const baseUrl = process.env.OCB_URL;

const getJson = async (path) => (await fetch(baseUrl + path)).json();

/** Calls the front server as the popup does. */
async function front(call, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${baseUrl}/front/v1/${call}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await response.json();
  assert.equal(response.status, 200, `${call}: ${JSON.stringify(answer)}`);
  return answer;
}

const [merchant] = await getJson('/sandbox/merchants');
const shopper = (await getJson('/sandbox/members')).find(({ pin, ocbPoint }) => pin !== null && ocbPoint > 5_000);
const ocb = kit.createMerchantClient({ ...merchant, baseUrl });

/** The use token of points that the shopper authorised in a popup. */
async function authorised(ocbPoint) {
  const { merchantTrToken } = await ocb.issueToken({ mctAmount: 40_000, userAuthToken: null });
  const page = { mctTrToken: merchantTrToken, userAuthToken: '', pageOrigin: merchant.origins[0], locale: 'ko' };
  const { session } = await front('open', page);
  const { cardNumber, cardPassword, pin } = shopper;
  const { keypad } = await front('identifyByCard', { session, cardNumber, cardPassword });
  const positions = [...pin].map((digit) => keypad.digits.indexOf(Number(digit)));
  await front('verifyPin', { session, keypadId: keypad.keypadId, positions });
  return (await front('authorize', { session, ocbPoint, dutumPoint: 0, chargePoint: 0 })).ocbUseTrAuthToken;
}

test('this is Node 18.3', () => {
  assert.match(process.version, /^v18\.3\./);
});

test('authorised points are used once, and the use can be cancelled', async () => {
  const use = { mctTransactionId: 'order-1', ocbUseTrAuthToken: await authorised(1_000) };
  const used = await ocb.use(use);
  assert.equal(used.outcome, 'approved');
  assert.equal(used.answer.useOcbPoint, 1_000);
  assert.deepEqual(await ocb.use(use), used);
  const cancel = { mctTransactionId: 'cancel-1', orgOcbTransactionId: used.answer.ocbTransactionId };
  const cancelled = await ocb.cancel(cancel);
  assert.equal(cancelled.outcome, 'approved');
  assert.equal(cancelled.answer.canceledOcbPoint, 1_000);
});

test('a use that was authorised for something else than the order is cancelled', async () => {
  const use = { mctTransactionId: 'order-unfit', ocbUseTrAuthToken: await authorised(1_000) };
  const verdict = await ocb.use(use, { expect: { mctAmount: 40_000, usePoint: 900 } });
  assert.equal(verdict.outcome, 'refused');
  assert.ok(verdict.error instanceof kit.MismatchError);
  assert.equal(verdict.error.approved.useOcbPoint, 1_000);
  assert.equal(verdict.error.cancel.answer.canceledOcbPoint, 1_000);
});

test('a use with an unknown token is refused with 1000', async () => {
  const verdict = await ocb.use({ mctTransactionId: 'order-2', ocbUseTrAuthToken: 'x'.repeat(128) });
  assert.equal(verdict.outcome, 'refused');
  assert.equal(verdict.error.code, '1000');
});

test('/result of an unknown transaction rejects with a MerchantError', async () => {
  const asked = ocb.result({ transactionType: 'USE', ocbTransactionId: 'nothing' });
  await assert.rejects(asked, (error) => error instanceof kit.MerchantError && error.code === '4017');
});

test('a use without an answer is unknown, and its question is settled later', async () => {
  const silent = createServer((request) => request.socket.destroy()).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const away = { ...merchant, baseUrl: `http://127.0.0.1:${silent.address().port}` };
  const client = kit.createMerchantClient({
    ...away,
    // No wait between two attempts; the time limit of a call never comes.
    sleep: (ms) => (ms < 10_000 ? Promise.resolve() : new Promise(() => {})),
  });
  const use = { mctTransactionId: 'order-3', ocbUseTrAuthToken: await authorised(500) };
  const verdict = await client.use(use);
  silent.close();
  assert.equal(verdict.outcome, 'unknown');
  const settled = await ocb.settle(JSON.parse(JSON.stringify(verdict.question)));
  assert.equal(settled.outcome, 'approved');
  assert.equal(settled.answer.useOcbPoint, 500);
});

test('a call that is aborted rejects with the reason', async () => {
  const asked = ocb.issueToken({ mctAmount: 1_000 }, { signal: AbortSignal.abort(new Error('the shopper left')) });
  await assert.rejects(asked, /the shopper left/);
});

test('the command encrypts, decrypts and calls', async () => {
  const env = {
    ...process.env,
    OKCASHBAG_BASE_URL: baseUrl,
    OKCASHBAG_NX_MCT_NO: merchant.nxMctNo,
    OKCASHBAG_NX_MCT_CORP_NO: merchant.nxMctCorpNo,
    OKCASHBAG_BASIC_AUTH: merchant.basicAuth,
    OKCASHBAG_AES_KEY: merchant.aesKey,
    OKCASHBAG_AES_IV: merchant.aesIv,
  };
  const okcashbag = async (...args) => {
    const command = ['node_modules/okcashbagapi/dist/kit/cli.js', ...args];
    return (await promisify(execFile)(process.execPath, command, { env })).stdout.trim();
  };
  assert.equal(await okcashbag('decrypt', await okcashbag('encrypt', '파라미터')), '파라미터');
  const { merchantTrToken } = JSON.parse(await okcashbag('call', 'issueToken', '{"mctAmount":1000}'));
  assert.match(merchantTrToken, /^[\w-]{128}$/);
});
