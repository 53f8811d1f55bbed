import type { Driver } from '../drivers/driver';
import { expect, test } from '../fixtures';
import { identify, makePin, usePoints } from '../journeys/steps';

/** A finger pays: what it touches hears of it, on the screens of the smallest and the commonest phone. */
const PHONES = [
  ['an iPhone', 390, 664],
  ['a Galaxy', 360, 640],
] as const;

const NOTE_POINTERS =
  "window.pointers = []; addEventListener('pointerdown', function (event) { pointers.push(event.pointerType); }, true)";

test.describe('touch', { tag: ['@modern', '@touch'] }, () => {
  test.use({ hasTouch: true });

  for (const [phone, width, height] of PHONES) {
    test(`a finger pays by phone on ${phone}`, async ({ modern, sandbox, merchantPage }) => {
      const finger = modern.finger as Driver;
      const scene = { shopper: finger, sandbox };
      await modern.resize(width, height);
      await modern.open(await merchantPage());
      await modern.page.run(NOTE_POINTERS);
      await finger.page.press('OK캐쉬백 사용');
      expect(await modern.page.run('return pointers')).toEqual(['touch']);
      await identify(scene, 'phone', await sandbox.member('ready', 'no-pin'));
      await makePin(scene);
      await usePoints(scene, 1_000);
      await finger.layerIs('gone');
      expect((await finger.events(1))[0]).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { usePoint: 1_000 } });
    });
  }
});
