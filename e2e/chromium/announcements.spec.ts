import type { Page } from '@playwright/test';
import { popupIn } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { chooseMethod, enterCard, enterPerson, givePin } from '../journeys/steps';
import { KO } from '../words';

declare global {
  interface Window {
    heard: string[];
  }
}

/** Keeps what live regions say in the popup from now on, as a screen reader would. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    window.heard = [];
    const said = new Map<Element, string>();
    const hear = () => {
      for (const region of document.querySelectorAll('[role="status"], [role="alert"]')) {
        const text = region.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        if (text && said.get(region) !== text) window.heard.push(text);
        said.set(region, text);
      }
    };
    new MutationObserver(hear).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return async () => {
    const popup = page.frames().find((frame) => frame.url().includes('/popup/'));
    return popup ? popup.evaluate(() => window.heard.splice(0)) : [];
  };
}

test('a payment is announced in order: what is under way, how many digits, what was wrong, the total', async ({
  page,
  scene,
  member,
  show,
}) => {
  const { popup } = scene.shopper;
  const heard = await listen(page);
  await show();
  await chooseMethod(scene, 'card');
  await popup.seesTitle(KO.cardTitle);
  await heard();

  await enterCard(scene, member);
  await popup.seesTitle(KO.pinTitle);
  expect(await heard()).toEqual([KO.busy, '6자리 중 0자리 입력됨']);

  await scene.shopper.enterPin('135792');
  await popup.seesAlert(/./);
  expect(await heard()).toEqual([
    ...[1, 2, 3, 4, 5].map((digits) => `6자리 중 ${digits}자리 입력됨`),
    KO.busy,
    '6자리 중 0자리 입력됨',
    '결제비밀번호가 달라요. 다시 입력해 주세요. 4번 더 틀리면 초기화돼요',
  ]);

  await givePin(scene, member.pin as string);
  await popup.seesTitle(KO.pointsTitle);
  await expect.poll(async () => (await heard()).at(-1)).toBe('30,000P 사용, 남은 결제 금액 0원');
  await popup.press('10,000P');
  await expect.poll(heard).toEqual(['10,000P 사용, 남은 결제 금액 20,000원']);
});

test('a code is announced in order: sent, sent again, its last minute, a wrong one; then the total, until the end', async ({
  page,
  scene,
  shopper,
  sandbox,
  member,
  show,
}) => {
  const { popup, clock } = shopper;
  const heard = await listen(page);
  const field = popupIn(page).getByLabel(KO.code, { exact: true });
  await clock.hold();
  await show();
  await chooseMethod(scene, 'phone');
  await popup.seesTitle(KO.phoneTitle);
  await heard();

  await enterPerson(scene, member);
  await popup.seesTitle(KO.codeTitle);
  expect(await heard()).toEqual([KO.busy]);
  // The rest is said with the field that has the focus now.
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${KO.codeTitle} .* 번호로 문자를 보냈어요$`));

  const first = await sandbox.code(member.phone);
  await sandbox.advanceClock(10_000);
  await clock.turn(10_000);
  await popup.press(KO.resend);
  await expect.poll(() => sandbox.code(member.phone)).not.toBe(first);
  await popup.sees('다시 보냈어요');
  expect(await heard()).toEqual([KO.busy, '다시 보냈어요']);

  await clock.turn(125_000);
  expect(await heard()).toEqual(['1분 남았어요']);
  // After ten seconds it is no longer true, and is not said again.
  await clock.turn(10_000);

  const code = await sandbox.code(member.phone);
  await popup.type(KO.code, `${(Number(code[0]) + 1) % 10}${code.slice(1)}`);
  await popup.seesAlert(/./);
  expect(await heard()).toEqual([KO.busy, expect.stringMatching(/^인증번호가 달라요.* 4번 더 틀리면/)]);

  await popup.type(KO.code, code);
  await givePin(scene, member.pin as string);
  await popup.seesTitle(KO.pointsTitle);
  await clock.turn(1_000);
  await popup.press(KO.useAll);
  await popup.press('5,000P');
  await clock.turn(1_000);
  await heard();
  await popup.press('10,000P');
  await clock.turn(1_000);
  expect(await heard()).toEqual(['10,000P 사용, 남은 결제 금액 20,000원']);

  await popup.press(KO.use(10_000));
  await popup.seesTitle(KO.doneTitle(10_000));
  await expect(popupIn(page).getByRole('heading', { level: 1 })).toBeFocused();
  expect(await heard()).toEqual([KO.busy]);
});
