import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { NEW_PIN } from '../journeys/steps';
import { KO } from '../words';

const SHOW = 'OK캐쉬백 사용';
const button = (root: Page | FrameLocator, name: string) => root.getByRole('button', { name, exact: true });
const title = (popup: FrameLocator, name: string) => popup.getByRole('heading', { level: 1, name, exact: true });

/** Presses Tab until this is focused, as one who sees the focus would. */
async function tabTo(page: Page, target: ReturnType<typeof button>): Promise<void> {
  for (let i = 0; i < 40; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never arrives at ${target}`);
}

test('the whole journey by keyboard: phone, new PIN, points', async ({
  page,
  popup,
  shopper,
  sandbox,
  merchantPage,
}) => {
  const member = await sandbox.member('ready', 'no-pin');
  const type = (text: string) => page.keyboard.type(text);
  const press = (key: string) => page.keyboard.press(key);
  await shopper.open(await merchantPage());
  await tabTo(page, button(page, SHOW));
  await press('Enter');

  await expect(title(popup, KO.methodTitle)).toBeFocused();
  await tabTo(page, button(popup, KO.methods.phone));
  await press('Enter');

  await expect(title(popup, KO.phoneTitle)).toBeFocused();
  const field = (label: string) => popup.getByLabel(label, { exact: true });
  await tabTo(page, field(KO.name));
  await type(member.name);
  await tabTo(page, field(KO.birthDate));
  await type(member.birthDate);
  await tabTo(page, field(KO.firstDigit));
  await type(member.firstDigit);
  await tabTo(page, field(KO.carrier));
  await type(KO.carriers[member.carrier]);
  await tabTo(page, field(KO.phone));
  await type(member.phone);
  await tabTo(page, popup.getByRole('checkbox', { name: KO.allConsents, exact: true }));
  await press('Space');
  await tabTo(page, button(popup, KO.requestCode));
  await press('Enter');

  await expect(title(popup, KO.codeTitle)).toBeVisible();
  await tabTo(page, field(KO.code));
  await type(await sandbox.code(member.phone));

  await expect(title(popup, KO.newPinTitle)).toBeFocused();
  await type(NEW_PIN.slice(0, 2));
  await expect(popup.getByText('6자리 중 2자리 입력됨')).toBeAttached();
  await press('Backspace');
  await expect(popup.getByText('6자리 중 1자리 입력됨')).toBeAttached();
  await type(NEW_PIN.slice(1));
  await expect(title(popup, KO.confirmPinTitle)).toBeFocused();
  await type(NEW_PIN);

  await expect(title(popup, KO.pointsTitle)).toBeFocused();
  await tabTo(page, field(KO.ocbPoint));
  await type('1500');
  await press('Enter');
  const [event] = await shopper.events(1);
  expect(event?.result).toMatchObject({ usePoint: 1_500 });
  await expect(button(page, SHOW)).toBeFocused();
});

test('Tab stays in the layer, both ways', async ({ page, popup, shopper, merchantPage }) => {
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
  popup,
  shopper,
  sandbox,
  merchantPage,
}) => {
  const member = await sandbox.member('ready', 'has-pin');
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
  await shopper.popup.seesAlert('결제비밀번호가 틀립니다.');
  await expect.poll(digits, 'each entry has its own layout').not.toEqual(first);
});
