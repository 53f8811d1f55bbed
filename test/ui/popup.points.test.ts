import { expect as see } from '@playwright/test';
import { expect, test } from 'vitest';
import { begin, button, calls, field, hears, pin, stage, title } from './shopper';
import { opened, POINTS } from './stage';

const CHOOSE = '사용할 포인트를 정해 주세요';
const PIN = '123456';
const USE_ALL = '32,000 P 사용하기';
const AUTHORISED = { ocbUseTrAuthToken: 'u'.repeat(128), mctAmount: 32_000, dutumPoint: 3_000, usePoint: 32_000 };
const status = () => see(stage.frame.getByRole('status'));

/** Comes to the points by the keypad. */
async function reach(points: object = POINTS): Promise<void> {
  await begin({ clock: true });
  stage.reply('verifyPin', points);
  stage.reply('authorize', AUTHORISED);
  await pin();
  await stage.page.clock.pauseAt((await stage.page.evaluate(() => Date.now())) + 10_000);
  await stage.page.keyboard.type(PIN);
}

test('a tap too much on the keypad does not spend, nor does a key; a moment later both do', async () => {
  await reach();
  await title(CHOOSE);
  const use = button(USE_ALL);
  await use.click({ force: true });
  await use.press('Enter');
  await see(use).toBeDisabled();
  expect(calls()).not.toContain('authorize');
  await stage.page.clock.runFor(700);
  await use.click();
  await title('32,000 P를 쓸 준비가 됐어요');
  expect(stage.calls.at(-1)?.request).toMatchObject({ ocbPoint: 29_000, dutumPoint: 3_000, chargePoint: 0 });
});

test('a screen reader hears the total once, after the digits were typed', async () => {
  await reach();
  await title(CHOOSE);
  await stage.page.clock.runFor(700);
  await status().toHaveText('32,000P 사용, 남은 결제 금액 0원');
  await field('사용할 포인트').fill('1');
  await status().toHaveText('');
  await field('사용할 포인트').fill('400000');
  await stage.page.clock.runFor(700);
  await status().toHaveText('');
  await stage.page.clock.runFor(100);
  await status().toHaveText('결제 금액 32,000원까지 쓸 수 있어요, 32,000P 사용, 남은 결제 금액 0원');
});

test('what was done with a pointer is told for two seconds, what was done with keys for four', async () => {
  await reach();
  await title(CHOOSE);
  await stage.page.clock.runFor(700);
  await button(USE_ALL).press('Enter');
  await see(stage.frame.getByText('쇼핑몰에서 주문을 마쳐 주세요')).toBeVisible();
  await stage.page.clock.runFor(3_900);
  expect((await stage.heard()).map(({ type }) => type)).not.toContain('AUTHENTICATED');
  await stage.page.clock.runFor(200);
  await hears({ type: 'AUTHENTICATED' });
});

test('points that cannot be used are folded up, with the reason', async () => {
  await reach();
  await title(CHOOSE);
  const reason = stage.frame.getByText('결제 금액이 모자라요');
  await see(reason).toBeHidden();
  await stage.frame.getByText('지금은 쓸 수 없는 두툼 포인트 6,000P').click();
  await see(reason).toBeVisible();
  await see(stage.frame.getByText('50,000원 이상 결제할 때 쓸 수 있어요')).toBeVisible();
});

test('only what makes sense is offered', async () => {
  await reach({ ...POINTS, ocbPoint: 4_000, dutumPoints: [] });
  await title(CHOOSE);
  const names = await stage.frame.locator('main').getByRole('button').allTextContents();
  expect(names).toEqual(['모두 사용', '직접 입력', '4,000 P 사용하기']);
  await see(stage.frame.getByRole('checkbox', { name: '부족한 포인트 충전' })).toHaveAccessibleDescription(
    'PAYCO로 28,000P까지 충전할 수 있어요',
  );
});

test('nothing to use: back to the shop without points', async () => {
  await reach({ ...POINTS, ocbPoint: 0, dutumPoints: POINTS.dutumPoints.slice(1), canCharge: false });
  await title('쓸 수 있는 포인트가 없어요');
  await button('포인트 없이 돌아가기').click();
  await hears({ type: 'FAILED', result: { errorObject: expect.objectContaining({ errorCode: '2002' }) } });
});

test('no amount to pay: the shopper says how much', async () => {
  await begin();
  stage.reply('open', { ...(opened(POINTS) as object), mctAmount: 0 });
  await stage.say({ type: 'OPEN', mctTrToken: 't', userAuthToken: 'u' });
  await title(CHOOSE);
  await see(field('사용할 포인트')).toHaveValue('');
  await button('포인트 사용하기').click();
  await see(stage.frame.getByRole('alert')).toHaveText('사용할 포인트를 입력해 주세요.');
  await button('5,000P').click();
  await see(button('5,000 P 사용하기')).toBeVisible();
});
