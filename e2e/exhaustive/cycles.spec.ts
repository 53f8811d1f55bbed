import { expect, SHOW, test } from '../fixtures';
import { KO } from '../words';

test('forty times shown and closed leaves one prepared popup in the page, and nothing else', async ({
  page,
  shopper,
  merchantPage,
  issueToken,
}) => {
  await shopper.open(await merchantPage());
  const elements = () => page.evaluate(() => document.querySelectorAll('body *:not(li)').length);
  const before = await elements();
  for (let i = 1; i <= 40; i += 1) {
    await shopper.page.type('mctTrToken', await issueToken());
    await shopper.page.press(SHOW);
    await shopper.popup.sees(KO.methodTitle);
    await page.evaluate(() =>
      document.querySelectorAll('iframe').forEach((frame) => {
        frame.dataset.shown = '';
      }),
    );
    await shopper.popup.press(KO.close);
    await shopper.layerIs('gone');
    expect(await shopper.events(i)).toHaveLength(i);
  }
  // A layer that was shown stays for a moment, beside the next one that is prepared.
  await expect(page.locator('iframe[data-shown]')).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(page.locator('iframe')).toBeHidden();
  expect(await elements()).toBe(before);
});
