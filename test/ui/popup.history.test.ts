import { type Frame, expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { begin, button, field, focused, hears, METHOD, open, stage, title } from './shopper';
import { HOST, POINTS } from './stage';

describe('history', () => {
  test('Back goes a step back inside, then closes, then leaves the page', async () => {
    await begin();
    await stage.page.goto(`${HOST}/before`);
    await stage.page.goto(`${HOST}/checkout`);
    await stage.page.waitForFunction('heard.length > 0');
    stage.frame = stage.page.frames()[1] as Frame;
    await open();
    await button('카드 인증').click();
    await title('OK캐쉬백 카드 정보를 입력해 주세요');
    await stage.page.evaluate('history.back()');
    await title(METHOD);
    await focused('h1');
    await stage.page.evaluate('history.back()');
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
    expect(stage.page.url()).toBe(`${HOST}/checkout`);
    await stage.page.evaluate('history.back()');
    // Not waitForURL: the browser may have kept the page, and a page that was kept does not load again.
    await see.poll(() => stage.page.url()).toBe(`${HOST}/before`);
  });

  test.each([
    [
      'the success',
      'AUTHENTICATED',
      async () => {
        stage.reply('authorize', {
          ocbUseTrAuthToken: 'x'.repeat(128),
          mctAmount: 32_000,
          dutumPoint: 0,
          usePoint: 900,
        });
        await field('사용할 포인트').fill('900');
        await button('900 P 사용하기').click();
      },
    ],
    ['닫기', 'FAILED', () => button('닫기').click()],
    ['Esc', 'FAILED', () => stage.page.keyboard.press('Escape')],
  ])('before %s is told, all entries are taken back', async (_what, outcome, end) => {
    await begin();
    await open();
    await button('카드 인증').click();
    stage.reply('identifyByCard', POINTS);
    await field('카드번호').fill('1234123412341234');
    await field('온라인 비밀번호').fill('secret');
    await button('인증하기').click();
    await title('사용할 포인트를 정해 주세요');
    expect(await stage.frame.evaluate('history.state')).toEqual({ okcashbag: 3 });
    await end();
    await hears({ type: outcome });
    expect(await stage.frame.evaluate('history.state')).toBe(null);
    expect((await stage.heard()).length).toBe(2);
  });

  test('a layer that is gone takes all entries back, and is told nothing', async () => {
    await begin();
    await open();
    await button('카드 인증').click();
    await stage.say({ type: 'CLOSE' });
    await see.poll(() => stage.frame.evaluate('history.state')).toBe(null);
    expect(await stage.heard()).toEqual([{ type: 'READY' }]);
  });

  test("the browser's Forward leaves the screen as it is, and nothing behind", async () => {
    await begin();
    await open();
    await button('카드 인증').click();
    await stage.page.evaluate('history.back()');
    await title(METHOD);
    await stage.page.evaluate('history.forward()');
    await see.poll(() => stage.frame.evaluate('history.state')).toEqual({ okcashbag: 2 });
    await title(METHOD);
    await button('닫기').click();
    await hears({ type: 'FAILED' });
    expect(await stage.frame.evaluate('history.state')).toBe(null);
  });
});
