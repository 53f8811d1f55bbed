import type { FrameLocator, Page } from '@playwright/test';
import { expect, SHOW, test } from '../fixtures';
import { KO } from '../words';

const button = (root: Page | FrameLocator, name: string) => root.getByRole('button', { name, exact: true });
const title = (popup: FrameLocator, name: string) => popup.getByRole('heading', { level: 1, name, exact: true });

test('Tab stays in the layer, both ways', async ({ page, shopper, popup, merchantPage }) => {
  await shopper.open(await merchantPage());
  await button(page, SHOW).focus();
  await page.keyboard.press('Enter');
  await expect(title(popup, KO.methodTitle)).toBeFocused();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press(key);
      const name = await page.evaluate(() => document.activeElement?.closest('form')?.tagName ?? '');
      expect(name, `after ${i + 1} × ${key} the focus is on the page behind`).toBe('');
    }
  }
});

test('the keypad’s keys are buttons; digits are in the server’s order', async ({
  page,
  shopper,
  popup,
  member,
  merchantPage,
}) => {
  await shopper.open(await merchantPage());
  await button(page, SHOW).click();
  await shopper.popup.press(KO.methods.card);
  await shopper.popup.type(KO.cardNumber, member.cardNumber);
  await shopper.popup.type(KO.cardPassword, member.cardPassword);
  await popup.getByLabel(KO.cardPassword, { exact: true }).press('Enter');
  await shopper.popup.seesTitle(KO.pinTitle);
  const digits = () => popup.getByRole('button', { name: /^\d$/ }).allInnerTexts();
  const first = await digits();
  expect([...first].sort()).toEqual([...'0123456789']);
  await shopper.enterPin('13');
  await shopper.popup.press(KO.erase);
  await expect(popup.getByText('6자리 중 1자리 입력됨')).toBeAttached();
  await shopper.popup.press(KO.eraseAll);
  await expect(popup.getByText('6자리 중 0자리 입력됨')).toBeAttached();
  const sent = page.waitForRequest(/verifyPin/);
  await shopper.enterPin('135792');
  const body = (await sent).postDataJSON();
  expect(body.positions).toEqual([...'135792'].map((digit) => first.indexOf(digit)));
  expect(JSON.stringify(body)).not.toContain('135792');
  await shopper.popup.seesAlert('결제비밀번호가 달라요.');
  await expect.poll(digits, 'each entry has its own layout').not.toEqual(first);
});
