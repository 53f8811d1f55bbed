import type { ModernDriver } from '../drivers/driver';
import { expect, test } from '../fixtures';
import { identify, makePin, usePoints } from '../journeys/steps';
import { KO } from '../words';

/** What the policies blocked, except a favicon: WebKit requests one by itself, and the merchant’s policy forbids it. */
const violations = (modern: ModernDriver) =>
  modern.page.run('return violations.filter(function (one) { return !/favicon.ico$/.test(one); })');

test("a strict content policy and Trusted Types on the merchant's page are not violated", {
  tag: '@modern',
}, async ({ modern, sandbox, show }) => {
  const scene = { shopper: modern, sandbox };
  const more = { strict: '1' };
  await test.step('by a popup that was prepared', async () => {
    await show({ warm: true, more });
    await modern.popup.seesTitle(KO.methodTitle);
    expect(await violations(modern)).toEqual([]);
  });
  await test.step('by one that was not, on the way to the points', async () => {
    await show({ more });
    await identify(scene, 'card', await sandbox.member('ready', 'no-pin'));
    await makePin(scene);
    await usePoints(scene, 1_000);
    await modern.layerIs('gone');
    expect((await modern.events(1))[0]?.name).toBe('POINTS_AUTHENTICATED');
    expect(await violations(modern)).toEqual([]);
  });
});
