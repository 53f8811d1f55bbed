import { layerFrame } from '../drivers/playwright';
import { test } from '../fixtures';
import { KO } from '../words';

test('the popup hears its page only from the origin that opened it', async ({ page, shopper, show }) => {
  await show();
  await shopper.popup.seesTitle(KO.methodTitle);
  // From the right window, but nothing that the protocol knows, or with fields of the wrong type.
  await layerFrame(page).evaluate((frame: HTMLIFrameElement) => {
    for (const message of ['hello', '{"type":1}', '{"type":"OPENED"}', '{"type":"HELLO"}', { type: 'CLOSE' }]) {
      frame.contentWindow?.postMessage(message, '*');
    }
  });
  await shopper.popup.press(KO.methods.push);
  await shopper.popup.seesTitle(KO.pushTitle);
});
