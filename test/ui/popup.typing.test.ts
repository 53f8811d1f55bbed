import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { begin, button, field, focused, open, person, pin, STEP_PIN, stage, title } from './shopper';
import { HOST, refusal, SAME_SITE_HOST } from './stage';

describe('typing', () => {
  test('a card number is grouped while it is typed, and the caret stays', async () => {
    await begin();
    await open();
    await button('카드 인증').click();
    const number = field('카드번호');
    await number.pressSequentially('123456');
    await see(number).toHaveValue('1234 56');
    await number.press('ArrowLeft');
    await number.press('ArrowLeft');
    await number.pressSequentially('99');
    await see(number).toHaveValue('1234 9956');
    expect(await number.evaluate('document.activeElement.selectionStart')).toBe(7);
  });

  test('a pasted code is sent at once, spaces and dashes and all; a wrong one is cleared and counted', async () => {
    await begin();
    await open();
    await button('휴대폰 본인인증').click();
    await field('이름').fill('김하늘');
    await field('생년월일').fill('1990-01-02');
    await field('주민등록번호 뒤 첫 자리').fill('2');
    await stage.frame.getByRole('radio', { name: 'KT 알뜰폰', exact: true }).check();
    await field('휴대폰 번호').fill('+82 10-1234-5678');
    await field('약관 전체 동의').check();
    stage.reply('requestCode', { now: 0, expiresAt: 180_000, resendAt: 10_000, attemptsLeft: 5 });
    await button('인증번호 받기').click();
    await title('인증번호를 입력해 주세요');
    expect(stage.calls[1]?.request).toMatchObject({ birthDate: '900102', carrier: 'KT_MVNO', phone: '01012345678' });
    stage.reply('confirmCode', refusal('2200', { attemptsLeft: 4 }));
    await field('인증번호').fill('123 4-56');
    await see(stage.frame.getByRole('alert')).toContainText('4번 더 틀리면');
    await focused('#code');
    await see(field('인증번호')).toHaveValue('');
    await see(field('인증번호')).toHaveAttribute('aria-invalid', 'true');
    await see(field('인증번호')).toHaveCSS('outline-width', '2px');
    await see(field('인증번호')).toHaveCSS('outline-color', 'rgb(179, 0, 27)');
    await see(field('인증번호')).toHaveAccessibleDescription(/인증번호가 달라요/);
    await see(stage.frame.getByRole('button', { name: /^\d+초 후 재요청$/ })).toBeDisabled();
  });

  test('a PIN goes in by keys or keyboard, is counted aloud, and leaves as positions', async () => {
    await begin();
    await pin();
    stage.reply('verifyPin', refusal('2503', { attemptsLeft: 3, step: { ...STEP_PIN, attemptsLeft: 3 } }));
    await button('7').click();
    await stage.page.keyboard.type('29x4');
    await see(stage.frame.getByRole('status')).toHaveText('6자리 중 4자리 입력됨');
    await stage.page.keyboard.press('Backspace');
    await button('지우기').click();
    await see(stage.frame.getByRole('status')).toHaveText('6자리 중 2자리 입력됨');
    await button('전체 지우기').click();
    await stage.page.keyboard.type('729401');
    await see(stage.frame.getByRole('alert')).toContainText('3번 더 틀리면 초기화돼요');
    expect(stage.calls[1]?.request).toEqual({
      session: 's'.repeat(43),
      keypadId: 'k'.repeat(22),
      positions: [0, 1, 2, 3, 4, 5],
    });
  });

  test.each([
    ['kept for the next time', SAME_SITE_HOST, 'large-text'],
    ['forgotten where the browser forbids to store', HOST, ''],
  ])('large text is %s', async (_what, host, kept) => {
    await begin({ host, browser: 'whole' });
    await open();
    await button('큰글씨').click();
    await see(button('큰글씨')).toHaveAttribute('aria-pressed', 'true');
    await see(stage.frame.locator('html')).toHaveClass('large-text');
    await stage.page.reload();
    await stage.page.waitForFunction('heard.length > 0');
    await see(stage.page.frameLocator('iframe').locator('html')).toHaveClass(kept);
  });

  test('consents that are unfolded are seen, and the focus stays', async () => {
    await begin({ viewport: { width: 390, height: 664 } });
    await open();
    await person();
    await button('약관 전체 동의 내용 보기').click();
    await focused('.agree button');
    for (const box of await stage.frame.locator('.consents').getByRole('checkbox').all()) {
      await see(box).toBeInViewport({ ratio: 1 });
    }
  });

  test('what is wrong is seen with its field, however large the text', async () => {
    await begin({ host: SAME_SITE_HOST, viewport: { width: 390, height: 664 } });
    await open();
    await button('큰글씨').click();
    await button('카드 인증').click();
    await field('카드번호').fill('8951000000000001');
    await field('온라인 비밀번호').fill('wrong');
    stage.reply('identifyByCard', refusal('2300', { attemptsLeft: 1 }));
    await button('인증하기').click();
    await focused('#cardPassword');
    await see(stage.frame.getByRole('alert')).toBeInViewport({ ratio: 1 });
    const hidden = await stage.frame.evaluate(() => {
      const bottom = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return (bottom('[role=alert]')?.bottom ?? 0) > (bottom('.foot')?.top ?? 0);
    });
    expect(hidden).toBe(false);
  });
});
