import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MERCHANT_CALLS, type MerchantCall } from '../../../contract/merchant-api';
import { copyDatabase } from '../../../scripts/database-template.mjs';
import { listMembers } from '../../../server/sandbox/inspector';
import { MERCHANTS } from '../../../server/sandbox/seed/merchants';
import { type Fixture, member, startFixture } from '../../server/fixture';
import { authorisedPoints } from './authorised-points';
import { openBrowser } from './browser';
import { startHeldProxy } from './held-proxy';

const main = fileURLToPath(new URL('../../../demo/shop/main.ts', import.meta.url));
const [merchant] = MERCHANTS;
const PLACEMENT = { recipient: '한소라', phone: '010-1234-5678', address: '서울', memo: '', paymentMethod: 'card' };
const who = member('dutum');
const folder = mkdtempSync(join(tmpdir(), 'shop-crash-'));

let ocb: Fixture;
let proxy: Awaited<ReturnType<typeof startHeldProxy>>;
let shop: { process: ChildProcess; url: string };

/** Starts a shop in a separate process, always at the same address and with the data of its predecessor. */
async function startProcess(port = '0') {
  const { nxMctNo, nxMctCorpNo, basicAuth, aesKey, aesIv } = merchant;
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: {
      ...process.env,
      ...{ SHOP_PORT: port, OCB_URL: proxy.url, DATA_DIR: folder, LOG_LEVEL: 'fatal' },
      ...{ OKCASHBAG_NX_MCT_NO: nxMctNo, OKCASHBAG_NX_MCT_CORP_NO: nxMctCorpNo },
      ...{ OKCASHBAG_BASIC_AUTH: basicAuth, OKCASHBAG_AES_KEY: aesKey, OKCASHBAG_AES_IV: aesIv },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the shop ended with ${code}`)));
  });
  return { process: child, url: line.replace('Shop ready: ', '') };
}

async function kill() {
  const ended = new Promise((resolve) => shop.process.once('exit', resolve));
  shop.process.kill('SIGKILL');
  await ended;
}

const restart = async () => {
  shop = await startProcess(new URL(shop.url).port);
};

/** Returns the member's OCB points and the sum of the 두툼 points. */
async function balances() {
  const { ocbPoint = 0, dutumPoints = [] } =
    (await listMembers(ocb.context)).find(({ phone }) => phone === who.phone) ?? {};
  return [ocbPoint, dutumPoints.reduce((sum, { balance }) => sum + balance, 0)];
}

beforeAll(async () => {
  ocb = await startFixture({ clock: async () => Date.now() });
  proxy = await startHeldProxy(ocb.url);
  await copyDatabase('shop', folder);
  shop = await startProcess();
});
afterAll(async () => {
  shop?.process.kill('SIGKILL');
  await proxy?.close();
  await ocb?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a shop that is killed before and after every request resumes, and money and order agree', async () => {
  const [ocbPoint = 0, dutumPoint = 0] = await balances();
  const { send, checkout } = openBrowser(shop.url);
  const { id } = (await checkout()).order;

  /**
   * Starts a change and kills the shop twice at each of its requests: before OCB receives it and, after the restart has
   * repeated it, once OCB has carried it out. `moved` is the expected change of the member's points.
   */
  async function killed(begin: () => Promise<unknown>, calls: readonly (readonly [MerchantCall, number, number])[]) {
    let next = begin;
    let had = await balances();
    for (const [call, ocbMoved, dutumMoved] of calls) {
      for (const side of ['before', 'after'] as const) {
        const isHeld = proxy.hold(MERCHANT_CALLS[call].path, side);
        const begun = next().catch(() => undefined);
        await isHeld;
        await kill();
        await begun;
        if (side === 'after') had = [ocbPoint + ocbMoved, dutumPoint + dutumMoved];
        expect(await balances(), `${call}: ${side}`).toEqual(had);
        next = restart;
      }
    }
    await restart();
    await send('POST', `/orders/${id}/check`);
    expect(await balances(), 'asked again, nothing moves again').toEqual(had);
    return (await send('GET', `/orders/${id}`)).text;
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  const tokens = (await send('POST', `/api/orders/${id}/token`)).json;
  await send('PUT', `/api/orders/${id}/points`, await authorisedPoints(ocb, tokens, who, 4_000, 1_000));
  const paid = await killed(() => send('POST', `/api/orders/${id}/place`, PLACEMENT), [['use', -4_000, -1_000]]);
  expect(paid).toContain('주문이 완료되었어요');
  expect(paid).toContain('<dd>74,000원</dd>');

  const partly = await killed(
    () => send('POST', `/orders/${id}/cancel`, 'skus=beans&seen=62000', form),
    [
      ['cancel', 0, 0],
      ['usePart', -4_000, 0],
    ],
  );
  expect(partly).toContain('일부 상품을 취소했어요');
  expect(partly).toContain('<dd>58,000원</dd>');

  await send('POST', `/orders/${id}/deliver`);
  const card = `cardNumber=${who.cardNumber}`;
  const saved = await killed(() => send('POST', `/orders/${id}/save`, card, form), [['save', -4_000 + 580, 0]]);
  expect(saved).toContain('580P를 적립했어요.');
  const unsaved = await killed(() => send('POST', `/orders/${id}/save/cancel`), [['cancelSave', -4_000, 0]]);
  expect(unsaved).toContain('580P 적립하기');

  const settlement = await send('GET', `/settlement?order=${id}&compare=yes`);
  expect(settlement.text).toContain('5건 모두 일치해요.');
}, 300_000);
