import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { approvePush, enterPin, payByPhone, type TestPage } from '../../client/testing';
import { workerBrowser } from '../browser';
import { freePort } from '../docs/example-server';
import { member } from '../server/fixture';
import { freshSandbox, ocb } from '../server/fresh-sandbox';

const port = await freePort();
freshSandbox({ shopOrigins: [`http://localhost:${port}`] });

/** A merchant's page whose popup opens at once. `told` is what it hears. */
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html>
      <html lang="${pathname.slice(1)}"><title>Checkout</title><script src="${ocb.url}/js/okcashbagapi.js"></script>
      <script>
        const told = [];
        const api = new OKcashbagAPI();
        api.on((name, result) => told.push(result));
        const mctTrToken = ${JSON.stringify(searchParams.get('token'))};
        if (mctTrToken) api.show({ mctTrToken });
      </script></html>`);
  });
  await new Promise<void>((listening) => server.listen(port, 'localhost', listening));
});
afterAll(() => server.close());

let page: Page;
afterEach(() => page.context().close());

/** Opens it with its popup, or without a token with none. */
async function open(locale: 'ko' | 'en', token?: string): Promise<TestPage> {
  page = await (await workerBrowser()).newPage();
  const query = token ? `?${new URLSearchParams({ token })}` : '';
  await page.goto(`http://localhost:${port}/${locale}${query}`);
  return page;
}
const told = () => page.evaluate('told[0]');

describe('payByPhone', () => {
  it.each([
    ['Korean', 'has a PIN', 'ko', 'has-pin'],
    ['English', 'makes a PIN', 'en', 'ready'],
  ] as const)('pays in %s, as a member who %s', async (_language, _pin, locale, trait) => {
    const who = member(trait);
    const shopper = { sandbox: ocb.url, member: who.phone, ocbPoint: 2_000, dutumPoint: 500 };
    await payByPhone(await open(locale, await ocb.token({ mctAmount: 30_000 })), shopper);
    expect(await told()).toMatchObject({ usePoint: 2_500, dutumPoint: 500, mctAmount: 30_000 });
  });

  it('takes the code of this payment, though one of another has arrived', async () => {
    const who = member('has-pin');
    const { session } = await ocb.open();
    await ocb.ok('requestCode', ocb.details(session, who));
    ocb.time.now += 10_000;
    const opened = await open('ko', await ocb.token());
    await payByPhone(opened, { sandbox: ocb.url, member: who.cardNumber, ocbPoint: 1_000 });
    expect(await told()).toMatchObject({ usePoint: 1_000 });
  });

  it('says that no popup is open', async () => {
    const shopper = { sandbox: ocb.url, member: member('ready').phone, timeout: 300 };
    await expect(payByPhone(await open('ko'), shopper)).rejects.toThrow(
      'payByPhone: no button “휴대폰 본인인증” or “Mobile phone” within 0.3 s: is the popup open?',
    );
  });

  it('says what the popup shows in place of the step', async () => {
    const shopper = { sandbox: ocb.url, member: member('suspended').phone, ocbPoint: 1_000, timeout: 2_000 };
    await expect(payByPhone(await open('ko', await ocb.token()), shopper)).rejects.toThrow(
      /^payByPhone: no screen “결제비밀번호를 입력해 주세요” or .* within 2 s: the popup shows “이용이 정지된 OK캐쉬백 회원이에요”/,
    );
  });

  it('says what the popup says against it', async () => {
    const shopper = { sandbox: ocb.url, member: member('short').phone, ocbPoint: 2_000, timeout: 2_000 };
    await expect(payByPhone(await open('ko', await ocb.token()), shopper)).rejects.toThrow(
      /the popup shows “사용할 포인트를 정해 주세요”/,
    );
  });

  it('says that there is no such member', async () => {
    const paying = payByPhone(await open('ko'), { sandbox: ocb.url, member: '01099999999' });
    await expect(paying).rejects.toThrow('GET /sandbox/members has no member with the number 01099999999');
  });
});

describe('enterPin', () => {
  it('goes on where the app has approved', async () => {
    const who = member('has-pin');
    const opened = await open('ko', await ocb.token());
    const popup = page.frameLocator('iframe[src*="/popup/"]:visible');
    await popup.getByRole('button', { name: 'OK캐쉬백 앱 인증', exact: true }).press('Space');
    await popup.getByLabel('휴대폰 번호').fill(who.phone);
    await popup.getByRole('button', { name: '인증 요청', exact: true }).press('Space');
    const number = await popup.getByText(/^\d\d$/).textContent();
    await approvePush(who.phone, number ?? '', { sandbox: ocb.url });
    await enterPin(opened, '246813');
    await popup.getByRole('heading', { name: '사용할 포인트를 정해 주세요' }).waitFor();
  });

  it('says that the popup asks for something else', async () => {
    const opened = await open('en', await ocb.token());
    await expect(enterPin(opened, '246813', { timeout: 1_000 })).rejects.toThrow(
      /^enterPin: no screen .*“Enter your payment PIN” or .*: the popup shows “How would you like to confirm it’s you\?”$/,
    );
  });
});
