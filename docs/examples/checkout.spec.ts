// A journey through the quick start's page in Playwright: npm install --save-dev @playwright/test okcashbagapi
// `baseURL` of playwright.config.ts is the shop, OCB_URL the sandbox.
import { expect, test } from '@playwright/test';
import { approvePush, enterPin, payByPhone } from 'okcashbagapi/testing';

const sandbox = process.env.OCB_URL ?? 'http://127.0.0.1:4000';

test.beforeEach(async ({ page, request }) => {
  // Everything as it was at first: a phone gets five text messages in ten minutes.
  await request.post(`${sandbox}/sandbox/reset`);
  await page.goto('/');
  await page.getByRole('button', { name: 'OK캐쉬백 포인트 쓰기' }).click();
});

test('an order is paid with points', async ({ page }) => {
  await payByPhone(page, { sandbox, member: '01010000002', ocbPoint: 3_000 });
  await expect(page.getByText('3,000 P를 씁니다')).toBeVisible();
  await page.getByRole('button', { name: '주문하기' }).click();
  await expect(page.getByText('3,000 P로 결제했습니다')).toBeVisible();
});

test('a shopper can confirm in the app', async ({ page }) => {
  // Names on the screens are accessible names, and stay. A key arrives for certain; a click into a frame that is not
  // drawn yet goes to the page.
  const popup = page.frameLocator('iframe[src*="/popup/"]:visible');
  await popup.getByRole('button', { name: 'OK캐쉬백 앱 인증' }).press('Enter');
  await popup.getByLabel('휴대폰 번호').fill('01010000002');
  await popup.getByRole('button', { name: '인증 요청' }).press('Enter');
  // The two digits beside 확인 번호.
  const number = await popup.getByText(/^\d\d$/).textContent();
  await approvePush('01010000002', number ?? '', { sandbox });
  await enterPin(page, '246813');
  await expect(popup.getByRole('heading', { name: '사용할 포인트를 정해 주세요' })).toBeVisible();
});
