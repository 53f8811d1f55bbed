import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { begin, button, calls, field, focused, open, person, STEP_PIN, stage, title } from './shopper';
import { refusal } from './stage';

const SENT = { now: 0, expiresAt: 180_000, resendAt: 10_000, attemptsLeft: 5 };
const pass = (ms: number) => stage.page.clock.runFor(ms);

/** Notes what the polite region says, in order, as a screen reader would hear it. */
const listen = () =>
  stage.frame.evaluate(`{
    window.spoken = [];
    const region = document.querySelector('[role=status]');
    new MutationObserver(() => {
      const said = region.textContent;
      if (said && said !== spoken[spoken.length - 1]) spoken.push(said);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }`);
const heard = () => stage.frame.evaluate<string[]>('spoken');

/** Opens the popup at the code that was sent to a phone. */
async function toCode(): Promise<void> {
  await begin({ clock: true });
  await open();
  await person();
  await field('약관 전체 동의').check();
  stage.reply('requestCode', SENT);
  stage.reply('resendCode', SENT);
  await button('인증번호 받기').click();
  await title('인증번호를 입력해 주세요');
}

/** Opens the popup at the wait for the app. */
async function toWait(): Promise<void> {
  await begin({ clock: true });
  await open();
  await button('OK캐쉬백 앱 인증').click();
  await field('휴대폰 번호').fill('01012345678');
  stage.reply('requestPush', { ...SENT, number: '42' });
  stage.reply('awaitPush', 'silence');
  await button('인증 요청').click();
  await see(stage.frame.locator('.number')).toHaveText('확인 번호 42');
}

describe('the code', () => {
  test('has the focus, described by title and lead; digits typed anywhere land there, and the last one sends', async () => {
    await toCode();
    await focused('#code');
    await see(field('인증번호')).toHaveAccessibleDescription(
      '인증번호를 입력해 주세요 010-1234-5678 번호로 문자를 보냈어요',
    );
    await button('큰글씨').focus();
    await stage.page.keyboard.type('12');
    await see(field('인증번호')).toHaveValue('12');
    await focused('#code');
    await button('큰글씨').focus();
    await stage.page.keyboard.press('Backspace');
    await see(field('인증번호')).toHaveValue('1');
    stage.reply('confirmCode', STEP_PIN);
    await stage.page.keyboard.type('23456');
    await title('결제비밀번호를 입력해 주세요');
    expect(stage.calls.pop()?.request).toMatchObject({ code: '123456' });
  });

  test('asking for another counts down, says that it was sent, and warns a minute before the end', async () => {
    await toCode();
    await listen();
    await see(button('10초 후 재요청')).toBeDisabled();
    await pass(3_000);
    await see(button('7초 후 재요청')).toBeDisabled();
    await pass(7_000);
    await see(button('재요청')).toBeEnabled();
    await button('재요청').click();
    await see(stage.frame.getByText('다시 보냈어요')).toHaveCount(2);
    await focused('#code');
    await pass(125_000);
    expect(await heard()).toEqual(['처리하고 있어요', '다시 보냈어요', '1분 남았어요']);
    await pass(60_000);
    await see(stage.frame.getByRole('alert')).toContainText('입력 시간이 지났어요');
  });

  test('that does not come has help', async () => {
    await toCode();
    await stage.frame.getByText('문자가 안 와요').click();
    await see(stage.frame.getByText(/스팸함/)).toBeVisible();
  });
});

describe('the wait for the app', () => {
  test('is warned of a minute before its end', async () => {
    await toWait();
    await listen();
    await pass(122_000);
    expect(await heard()).toEqual(['1분 남았어요 확인 번호 42']);
  });

  test.each([
    ['2401', '승인 시간이 지났어요'],
    ['2402', '앱에서 승인되지 않았어요'],
  ] as const)('that ends with %s says so in the title, counts no more, and asks again first', async (code, what) => {
    await toWait();
    stage.reply('awaitPush', refusal(code));
    await stage.frame.evaluate("dispatchEvent(new Event('online'))");
    await title(what);
    await focused('#title');
    await see(stage.frame.getByRole('timer')).toHaveCount(0);
    await see(stage.frame.locator('.number')).toHaveCount(0);
    await see(button('다른 방법으로 인증')).toBeVisible();
    const primary = stage.frame.locator('.primary');
    await see(primary).toHaveText('10초 후 재요청');
    await see(primary).toBeDisabled();
    await see(primary).toHaveCSS('background-color', 'rgb(242, 244, 246)');
    await pass(10_000);
    stage.reply('awaitPush', 'silence');
    stage.reply('requestPush', { ...SENT, number: '57' });
    await see(primary).toHaveText('재요청');
    await see(primary).toBeEnabled();
    await see(primary).toHaveCSS('background-color', 'rgb(200, 64, 10)');
    await primary.click();
    await title('OK캐쉬백 앱에서 승인해 주세요');
    await see(stage.frame.getByRole('status')).toContainText('다시 보냈어요');
    await see(stage.frame.locator('.number')).toHaveText('확인 번호 57');
    expect(calls().filter((call) => call === 'requestPush')).toHaveLength(2);
  });
});
