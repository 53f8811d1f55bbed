import type { Driver } from '../drivers/driver';
import { expect, SHOW, test } from '../fixtures';
import { identify, makePin, usePoints } from '../journeys/steps';

const NOTE_POINTERS =
  "window.pointers = []; addEventListener('pointerdown', function (event) { pointers.push(event.pointerType); }, true)";

test.describe('touch', { tag: ['@modern', '@touch'] }, () => {
  test.use({ hasTouch: true });

  test('a finger pays by phone on the smallest common telephone', async ({ modern, sandbox, merchantPage }) => {
    const finger = modern.finger as Driver;
    const scene = { shopper: finger, sandbox };
    await modern.resize(360, 640);
    await modern.open(await merchantPage());
    await modern.page.run(NOTE_POINTERS);
    await finger.page.press(SHOW);
    expect(await modern.page.run('return pointers')).toEqual(['touch']);
    await identify(scene, 'phone', await sandbox.member('ready', 'no-pin'));
    await makePin(scene, 'keypad');
    await usePoints(scene, 1_000);
    await finger.layerIs('gone');
    expect((await finger.events(1))[0]).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { usePoint: 1_000 } });
  });
});
