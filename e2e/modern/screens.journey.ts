import type { ModernDriver } from '../drivers/driver';
import { expect, SHOW, test } from '../fixtures';
import { chooseMethod, fillPerson, identify, usePoints } from '../journeys/steps';
import { KO } from '../words';

/** The windows of telephones, upright and on their side, and half a desk: what a page at 200 % has. */
const WINDOWS = [
  ['an iPhone', 390, 664],
  ['an iPhone on its side', 750, 342],
  ['a Galaxy', 360, 640],
  ['a Galaxy on its side', 740, 300],
  ['a desk at 200 %', 640, 450],
] as const;

/** These controls of the screen that is open can be touched in each of the windows. */
async function areInReach(modern: ModernDriver, names: string[]): Promise<void> {
  for (const [what, width, height] of WINDOWS) {
    await test.step(what, async () => {
      await modern.resize(width, height);
      // The layer follows the window within moments: before, the popup has places that are out of the window.
      await expect.poll(() => modern.popup.run('return innerHeight'), { intervals: [50] }).toBe(height);
      for (const name of names) await modern.canTouch(name);
    });
  }
}

test.describe('small windows', { tag: '@modern' }, () => {
  test('everything is in reach', async ({ modern, sandbox, member, show }) => {
    const scene = { shopper: modern, sandbox };
    await show();
    await modern.popup.seesTitle(KO.methodTitle);
    await areInReach(modern, [KO.close, ...Object.values(KO.methods)]);
    await chooseMethod(scene, 'phone');
    await modern.popup.seesTitle(KO.phoneTitle);
    await areInReach(modern, [KO.name, KO.requestCode, KO.back]);
    await fillPerson(scene, member);
    await areInReach(modern, [KO.name, KO.phone, KO.allConsents, KO.requestCode, KO.back]);
    await modern.popup.press(KO.requestCode);
    await modern.popup.seesTitle(KO.codeTitle);
    await areInReach(modern, [KO.code, KO.confirm, KO.close]);
  });

  test('large text: everything is in reach', async ({ modern, sandbox, member, show }) => {
    await modern.resize(360, 640);
    await show();
    await modern.popup.press(KO.largeText);
    await identify({ shopper: modern, sandbox }, 'card', member);
    await modern.popup.seesTitle(KO.pinTitle);
    for (const name of ['0', '5', KO.erase, KO.eraseAll, KO.forgotPin]) await modern.canTouch(name);
    await modern.enterPin(member.pin as string);
    await usePoints({ shopper: modern, sandbox }, 100);
    await modern.layerIs('gone');
  });

  test('the keyboard of the screen takes half of it: the popup has the other half', async ({
    modern,
    merchantPage,
  }) => {
    await modern.resize(390, 664);
    await modern.open(await merchantPage());
    await modern.page.run("Object.defineProperty(window, 'visualViewport', { value: { offsetTop: 40, height: 320 } })");
    await modern.page.press(SHOW);
    await modern.popup.seesTitle(KO.methodTitle);
    await expect
      .poll(() =>
        modern.page.run(
          "var box = document.querySelector('iframe').getBoundingClientRect(); return [box.top, box.height]",
        ),
      )
      .toEqual([40, 320]);
    await modern.popup.press(KO.methods.card);
    await modern.popup.seesTitle(KO.cardTitle);
    for (const name of [KO.cardNumber, KO.identify, KO.close]) await modern.canTouch(name);
  });
});
