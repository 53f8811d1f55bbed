import { expect, test } from '../fixtures';
import { identify } from '../journeys/steps';
import { KO } from '../words';

/** What the browser's store may do to whoever writes into it or asks it. */
const STORES = {
  refuses: "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })",
  'is full': "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
  'holds rubbish': "Storage.prototype.getItem = () => '\\u0000{'",
  works: '',
};

for (const [how, script] of Object.entries(STORES)) {
  test(`the popup opens and identifies a shopper where the store ${how}`, async ({
    page,
    popup,
    scene,
    shopper,
    member,
    show,
  }) => {
    await page.addInitScript(script);
    await show();
    await identify(scene, 'phone', member);
    await shopper.popup.seesTitle(KO.pinTitle);

    await show();
    await shopper.popup.seesTitle(KO.methodTitle);
    const { card, phone, push } = KO.methods;
    const ways = popup.getByRole('button', { name: new RegExp(`^(${card}|${phone}|${push})$`) });
    await expect(ways).toHaveText(how === 'works' ? [phone, card, push] : [card, phone, push]);
  });
}
