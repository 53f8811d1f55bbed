import { expect, test } from '../fixtures';
import { KO } from '../words';
import { reachPoints } from './steps';

/**
 * A page may hold the script of an older release, for a browser keeps it: the server of today serves its popup, and
 * takes its calls.
 */
const more = { release: '0.1.0' };

test('the script of release 0.1.0 authorises points', async ({ scene, shopper, member, show }) => {
  await show({ mctAmount: 20_000, more });
  expect(await shopper.page.run('return OKcashbagAPI.version')).toBe('0.1.0');
  await reachPoints(scene, member);
  await shopper.popup.type(KO.ocbPoint, '1000');
  await shopper.popup.press(KO.use(1_000));
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ name, result }) => [name, result.mctAmount, result.usePoint, result.errorObject])).toEqual([
    ['POINTS_AUTHENTICATED', 20_000, 1_000, null],
  ]);
});

test('the script of release 0.1.0 hears why its popup cannot be served', async ({ shopper, sandbox, show }) => {
  await sandbox.fault({ call: 'popup', errorCode: '9999' });
  await show({ more });
  await shopper.popup.seesTitle(KO.notOpenedTitle);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ name, result }) => [name, result.errorObject?.errorCode])).toEqual([
    ['POINTS_AUTH_FAILED', '9999'],
  ]);
});
