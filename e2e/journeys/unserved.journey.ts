import type { Driver } from '../drivers/driver';
import { expect, SHOW, test } from '../fixtures';
import { EN, KO } from '../words';

/** The front server is there, and cannot serve the popup: a page of its own says so, in the layer. */

async function failsWith(shopper: Driver, errorCode: string): Promise<void> {
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ name, result }) => [name, result.errorObject?.errorCode])).toEqual([
    ['POINTS_AUTH_FAILED', errorCode],
  ]);
}

test.beforeEach(({ sandbox }) => sandbox.fault({ call: 'popup', errorCode: '9999' }));

test('a popup that cannot be served: that is said, and closing is its error', async ({ shopper, show }) => {
  await show();
  await shopper.popup.seesTitle(KO.notOpenedTitle);
  await shopper.popup.seesAlert('잠시 후 다시 시도해 주세요.');
  await shopper.popup.press(KO.close);
  await failsWith(shopper, '9999');
});

test('a popup that cannot be served is closed by Esc', async ({ shopper, show }) => {
  await show();
  // Until the frame has the focus, the key is the page's, whose outcome is 2002. The emulator's keys go where it looked
  // last.
  const isInFrame = "return !!document.documentMode || document.activeElement.tagName === 'IFRAME'";
  await expect.poll(() => shopper.page.run(isInFrame)).toBe(true);
  await shopper.popup.seesTitle(KO.notOpenedTitle);
  await shopper.key('Escape');
  await failsWith(shopper, '9999');
});

test('a popup that cannot be served, in English', async ({ shopper, show }) => {
  await show({ locale: 'en' });
  await shopper.popup.seesTitle(EN.notOpenedTitle);
  await shopper.popup.press(EN.close);
  await failsWith(shopper, '9999');
});

test('a popup that cannot be served can be tried again until it is there', async ({ shopper, sandbox, show }) => {
  await show();
  await shopper.popup.seesTitle(KO.notOpenedTitle);
  await shopper.popup.press(KO.again);
  await shopper.popup.seesAlert('잠시 후 다시 시도해 주세요.');
  await sandbox.clearFaults();
  await shopper.popup.press(KO.again);
  await shopper.popup.seesTitle(KO.methodTitle);
  expect(await shopper.events(0)).toEqual([]);
});

test('a popup that could not be served while it was prepared comes when it is shown', async ({
  shopper,
  sandbox,
  house,
  merchantPage,
}) => {
  const refused = () => house.log('ocb').split(/"route":"\/popup\/\*","status":500/).length;
  const before = refused();
  await shopper.open(await merchantPage({ warm: true }));
  await expect.poll(refused).toBe(before + 1);
  await sandbox.clearFaults();
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.methodTitle);
  expect(await shopper.events(0)).toEqual([]);
});
