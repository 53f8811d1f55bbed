import { expect as see } from '@playwright/test';
import { describe, test } from 'vitest';
import { begin, button, card, METHOD, open, PIN, STEP_PIN, stage, title } from './shopper';
import { opened, SAME_SITE_HOST } from './stage';

const USUAL = ['카드 인증', '휴대폰 본인인증', 'OK캐쉬백 앱 인증'];
const PHONE_FIRST = ['휴대폰 본인인증', '카드 인증', 'OK캐쉬백 앱 인증'];

const KEY = `okcashbag-method ${SAME_SITE_HOST}`;

/** What the browser's store does from the next document on. */
const STORES = {
  'refuses to be asked': "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })",
  'is full': "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
};

/** The page once more, as on another visit. */
async function comeAgain(): Promise<void> {
  await stage.page.reload();
  await stage.page.waitForFunction('heard.length > 0');
  stage.frame = stage.page.frames()[1] as typeof stage.frame;
}

async function seesWays(ways: string[]): Promise<void> {
  await open();
  await title(METHOD);
  await see(stage.frame.locator('.choice button')).toHaveText(ways);
}

describe('the last method', () => {
  test('of this browser at this merchant stands first', async () => {
    await begin({ host: SAME_SITE_HOST });
    await stage.frame.evaluate(`localStorage.setItem('${KEY}', 'phone')`);
    await comeAgain();
    await seesWays(PHONE_FIRST);
  });

  test.each(['', 'PHONE', 'phone ', '{"method":"phone"}', '__proto__'])('kept as "%s" is none', async (rubbish) => {
    await begin({ host: SAME_SITE_HOST });
    await stage.frame.evaluate(`localStorage.setItem('${KEY}', '${rubbish}')`);
    await comeAgain();
    await seesWays(USUAL);
  });

  test.each(Object.entries(STORES))('is forgotten where the store %s, and one gets on', async (_how, script) => {
    await begin({ host: SAME_SITE_HOST });
    await stage.page.addInitScript(script);
    await comeAgain();
    stage.reply('identifyByCard', STEP_PIN);
    await card();
    await title(PIN);
    stage.reply('open', opened());
    await comeAgain();
    await seesWays(USUAL);
    await button('큰글씨').click();
    await see(button('큰글씨')).toHaveAttribute('aria-pressed', 'true');
  });
});
