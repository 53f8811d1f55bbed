import { layerFrame } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { chooseMethod } from '../journeys/steps';
import { KO } from '../words';

const SHOW = 'OK캐쉬백 사용';

/** Each in the manner of a library: modal.js says what it does about focus, clicks and the rest of the page. */
for (const kind of ['z-index', 'dialog', 'bootstrap', 'mui', 'radix', 'inert']) {
  for (const warm of [false, true]) {
    test(`works over a modal: ${kind}, ${warm ? 'warm' : 'cold'}`, async ({
      page,
      scene,
      shopper,
      popup,
      merchantPage,
    }) => {
      await shopper.open(await merchantPage({ warm, more: { modal: kind } }));
      // A warm frame is there before the modal opens: what the modal does to the rest of the page, it does to our layer.
      if (warm) await expect(page.locator('iframe')).toHaveCount(1);
      await page.evaluate('openModal()');
      const show = page.getByRole('button', { name: SHOW, exact: true });
      await show.click();
      await chooseMethod(scene, 'card');
      const field = popup.getByLabel(KO.cardNumber, { exact: true });
      await field.click();
      await page.keyboard.type('8951000000000001', { delay: 25 });
      await expect(field).toHaveValue('8951 0000 0000 0001');
      await expect(field).toBeFocused();
      const onTop = await layerFrame(page).evaluate((frame) => {
        const found = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        const hidden = frame.closest('[aria-hidden="true"], [inert]');
        return { found: found === frame, hidden: hidden !== null };
      });
      expect(onTop).toEqual({ found: true, hidden: false });
      await shopper.popup.press(KO.close);
      await shopper.layerIs('gone');
      await expect(show).toBeFocused();
      await expect(page.locator('#modal')).toBeVisible();
      expect(await shopper.events(1)).toHaveLength(1);
    });
  }
}
