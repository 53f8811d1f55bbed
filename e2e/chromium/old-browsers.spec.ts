import { expect, test } from '../fixtures';
import { identify, makePin, usePoints } from '../journeys/steps';

/** It knows no modules, and the policy of the modern document allows no script but its own. */
const CHROME_60 = 'Mozilla/5.0 (Linux; Android 8.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/60.0 Safari/537.36';

test.use({ userAgent: CHROME_60, viewport: { width: 360, height: 640 } });

test('a browser without modules that is no Internet Explorer pays, on a phone', async ({
  page,
  scene,
  shopper,
  sandbox,
  show,
}) => {
  const script = page.waitForResponse(/\/legacy\.ko\.js$/);
  await show();
  await script;
  await identify(scene, 'phone', await sandbox.member('ready', 'no-pin'));
  await makePin(scene);
  await usePoints(scene, 1_000);
  await shopper.layerIs('gone');
  expect((await shopper.events(1))[0]).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { usePoint: 1_000 } });
});
