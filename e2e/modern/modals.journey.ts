import { expect, SHOW, test } from '../fixtures';
import { chooseMethod, giveUp } from '../journeys/steps';
import { KO } from '../words';

test.describe('over a modal of the merchant', { tag: '@modern' }, () => {
  /** Each in the manner of a library: modal.js says what it does about focus, clicks and the rest of the page. */
  for (const kind of ['z-index', 'dialog', 'bootstrap', 'mui', 'radix', 'inert']) {
    test(kind, async ({ modern, sandbox, merchantPage }) => {
      for (const warm of [true, false]) {
        await modern.open(await merchantPage({ warm, more: { modal: kind } }));
        // A warm frame is there before the modal opens: what the modal does to the rest of the page, it does to our
        // layer.
        if (warm) await modern.holdsPopups(1);
        await modern.page.run('openModal()');
        await modern.page.press(SHOW);
        await chooseMethod({ shopper: modern, sandbox }, 'card');
        await modern.popup.seesTitle(KO.cardTitle);
        await modern.tabTo(KO.cardNumber);
        await modern.write('8951000000000001');
        await modern.popup.seesValue(KO.cardNumber, '8951 0000 0000 0001');
        // The last digit leads on.
        await modern.focusIsOn(KO.cardPassword);
        const found = await modern.page.run(`
          var frame = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
          return [frame.tagName, frame.closest('[aria-hidden="true"], [inert]') === null];
        `);
        expect(found).toEqual(['IFRAME', true]);
        await giveUp({ shopper: modern, sandbox });
        await modern.layerIs('gone');
        await modern.focusIsOn(SHOW);
        expect(await modern.events(1)).toHaveLength(1);
      }
    });
  }
});
