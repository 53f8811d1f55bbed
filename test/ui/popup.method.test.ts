import { expect as see } from '@playwright/test';
import { describe, test } from 'vitest';
import { begin, button, card, METHOD, open, stage, title } from './shopper';
import { opened, refusal } from './stage';

const HELP = '고객센터에 전화 1599-0512';

describe('a method that cannot be used now', () => {
  test('is missing, with the reason and somebody to call, after the PIN was forgotten', async () => {
    await begin();
    stage.reply('open', opened({ step: 'method', withoutCard: true }));
    await open();
    await title(METHOD);
    await see(button('카드 인증')).toHaveCount(0);
    await see(stage.frame.locator('#lead')).toHaveText('카드 인증으로는 결제비밀번호를 새로 만들 수 없어요.');
    await see(stage.frame.getByRole('link', { name: HELP })).toHaveAttribute('href', 'tel:15990512');
  });

  test('is missing after the card was locked, as long as the session lasts', async () => {
    await begin();
    stage.reply('identifyByCard', refusal('2301'));
    await card();
    await title(METHOD);
    await see(stage.frame.getByRole('alert')).toContainText('카드가 잠겼어요');
    await see(stage.frame.getByRole('link', { name: HELP })).toHaveCount(1);
    await see(button('카드 인증')).toHaveCount(0);
    await button('휴대폰 본인인증').click();
    await button('이전').click();
    await title(METHOD);
    await see(button('카드 인증')).toHaveCount(0);
    await see(stage.frame.locator('#lead')).toContainText('카드가 잠겼어요');
    await see(stage.frame.getByRole('link', { name: HELP })).toHaveCount(1);
  });
});
