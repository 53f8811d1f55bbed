import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import {
  begin,
  button,
  calls,
  card,
  field,
  focused,
  hears,
  METHOD,
  open,
  PIN,
  pin,
  STEP_PIN,
  stage,
  title,
} from './shopper';
import { KEYPAD, opened, refusal } from './stage';

/** As a front server refuses that leaves the sentence to the popup. */
const REFUSED = {
  errorObject: { errorCode: '5000', errorMessage: 'message', errorDetailMessage: 'detail' },
  next: 'retry',
};

describe('answers that are late, lost or nonsense', () => {
  test('after 10 s it says so, and tries again with the same', async () => {
    await begin({ clock: true });
    stage.reply('identifyByCard', 'silence');
    await card();
    await see.poll(calls).toEqual(['open', 'identifyByCard']);
    await see(button('다시 시도')).toHaveCount(0);
    await stage.page.clock.runFor(10_000);
    stage.reply('identifyByCard', STEP_PIN);
    await button('다시 시도').click();
    await title(PIN);
    expect(stage.calls[2]).toEqual(stage.calls[1]);
  });

  test('the primary button cannot be pressed twice', async () => {
    await begin();
    stage.reply('identifyByCard', 'silence');
    await card();
    await button('처리하고 있어요').click({ force: true });
    await field('카드번호').press('Enter');
    await see(stage.frame.locator('main')).toHaveAttribute('aria-busy', 'true');
    expect(calls()).toEqual(['open', 'identifyByCard']);
  });

  test('offline is said as offline, and what was typed stays, but for the password', async () => {
    await begin();
    stage.reply('identifyByCard', (route) => route.abort('internetdisconnected'));
    await stage.page.context().setOffline(true);
    await open();
    stage.reply('open', (route) => route.abort('internetdisconnected'));
    await see(stage.frame.getByRole('alert')).toContainText('인터넷에 연결되어 있지 않아요');
    await stage.page.context().setOffline(false);
    stage.reply('open', opened());
    await title(METHOD);
    await card();
    await see(stage.frame.getByRole('alert')).toContainText('연결이 끊겼어요');
    await see(field('카드번호')).toHaveValue('1234 1234 1234 1234');
    await see(field('온라인 비밀번호')).toHaveValue('');
    await focused('#cardPassword');
  });

  test.each([
    ['HTML', { contentType: 'text/html', body: '<h1>Wi-Fi login</h1>' }],
    ['an empty answer', { body: '' }],
    ['null', { json: null }],
    ['another shape', { json: { session: 1 } }],
    ['an unknown step', { json: opened({ step: 'surprise', keypad: KEYPAD }) }],
    ['a layout without digits', { json: opened({ step: 'pin', keypad: {} }) }],
    ['a refusal without a reason', { status: 500, json: { error: 'x' } }],
    ['a refusal without sentences', { status: 500, json: { ...REFUSED, trouble: { sentences: 'x' } } }],
    ['HTML for an error', { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }],
  ])('%s in place of an answer can be tried again', async (_what, fulfilment) => {
    await begin();
    stage.reply('open', (route) => route.fulfill(fulfilment));
    await open();
    await see(stage.frame.getByRole('alert')).toContainText('처리하지 못했어요');
    stage.reply('open', opened());
    await button('다시 시도').click();
    await title(METHOD);
  });

  test.each([
    ['retry', '처리하지 못했어요. 잠시 후 다시 시도해 주세요.'],
    ['stop', '닫기'],
  ])(
    'a front server that is older says nothing to shoppers, and there is a way on all the same: %s',
    async (next, seen) => {
      await begin();
      stage.reply('open', (route) => route.fulfill({ status: 500, json: { ...REFUSED, next } }));
      await open();
      await see(stage.frame.getByText('처리하지 못했어요').first()).toBeVisible();
      await see(stage.frame.getByText(seen).last()).toBeVisible();
      await see(stage.frame.getByText('message')).toHaveCount(0);
    },
  );

  test('whatever the browser prefers, the front server is asked for the language of the document', async () => {
    await begin({ words: 'en', locale: 'ko-KR' });
    const call = stage.page.waitForRequest(/\/front\/v1\/open$/);
    await open();
    expect(await (await call).headerValue('accept-language')).toBe('en');
  });

  test('what the front server says is text, whatever is in it', async () => {
    await begin();
    const trouble = { sentences: ['<b id="b">1 & 2</b>', '&lt;3.'], remedy: 'here' };
    stage.reply('identifyByCard', refusal('5000', { trouble }));
    await card();
    await see(stage.frame.getByRole('alert')).toHaveText(/<b id="b">1 & 2<\/b> &lt;3\./);
    await see(stage.frame.locator('#b')).toHaveCount(0);
  });

  test('for another PIN the card is missing, with the reason and who helps, until the popup is opened again', async () => {
    await begin();
    await pin();
    stage.reply('forgetPin', { step: 'method', withoutCard: true });
    await button('비밀번호를 잊었어요').click();
    await title(METHOD);
    await see(button('카드 인증')).toHaveCount(0);
    await see(stage.frame.locator('.lead')).toHaveText(/새로 만들 수 없어요/);
    await see(stage.frame.getByRole('link', { name: '고객센터에 전화 1599-0512' })).toHaveAttribute(
      'href',
      'tel:15990512',
    );
    await button('휴대폰 본인인증').click();
    await button('이전').click();
    await title(METHOD);
    await see(button('카드 인증')).toHaveCount(0);
    await stage.say({ type: 'CLOSE' });
    stage.reply('open', opened());
    await open();
    await see(button('카드 인증')).toBeVisible();
  });

  test('closing when it could not be opened tells why', async () => {
    await begin();
    stage.reply('open', (route) => route.abort());
    await open();
    await see(button('다시 시도')).toBeVisible();
    await stage.page.keyboard.press('Escape');
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '4001' } } });
  });

  test('restored from the back/forward cache, nothing spins for ever', async () => {
    await begin();
    await pin();
    stage.reply('verifyPin', 'silence');
    await stage.page.keyboard.type('729401');
    await see(stage.frame.locator('main')).toHaveAttribute('aria-busy', 'true');
    await stage.frame.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await see(stage.frame.locator('main')).toHaveAttribute('aria-busy', 'false');
    await see(stage.frame.getByRole('alert')).toContainText('연결이 끊겼어요');
  });

  test('the wait for the app goes on when the connection comes back', async () => {
    await begin();
    await open();
    await button('OK캐쉬백 앱 인증').click();
    await field('휴대폰 번호').fill('010-1234-5678');
    stage.reply('requestPush', { now: 0, expiresAt: 600_000, resendAt: 10_000 });
    stage.reply('awaitPush', (route) => route.abort());
    await button('인증 요청').click();
    await see(stage.frame.getByRole('alert')).toContainText('연결이 끊겼어요');
    stage.reply('awaitPush', STEP_PIN);
    await stage.frame.evaluate("dispatchEvent(new Event('online'))");
    await title(PIN);
  });
});
