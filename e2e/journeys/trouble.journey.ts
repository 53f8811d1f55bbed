import type { Driver } from '../drivers/driver';
import { expect, SHOW, test } from '../fixtures';
import { KO } from '../words';
import { chooseMethod, enterCard, identify, reachPoints, usePoints } from './steps';

/** So long script and popup wait before they offer to try again. */
const PATIENCE_MS = 10_000;

async function failsWith(shopper: Driver, ...codes: string[]): Promise<void> {
  await shopper.layerIs('gone');
  const events = await shopper.events(codes.length);
  expect(events.map(({ name, result }) => [name, result.errorObject?.errorCode])).toEqual(
    codes.map((code) => ['POINTS_AUTH_FAILED', code]),
  );
}

test('no token is 1000, without a layer', async ({ shopper, show }) => {
  await show({ token: '' });
  await failsWith(shopper, '1000');
});

test('a token that nobody issued is 1000', async ({ shopper, show }) => {
  await show({ token: 'x'.repeat(128) });
  await shopper.popup.sees(/1000/);
  await shopper.popup.press(KO.close);
  await failsWith(shopper, '1000');
});

test('a token is good for thirty minutes', async ({ shopper, sandbox, merchantPage }) => {
  await shopper.open(await merchantPage());
  await sandbox.advanceClock(30 * 60_000 + 1);
  await shopper.page.press(SHOW);
  await shopper.popup.sees(/1000/);
  await shopper.popup.press(KO.close);
  await failsWith(shopper, '1000');
});

test('a token opens the popup until points are authorised with it, then no more', async ({
  scene,
  shopper,
  member,
  show,
}) => {
  await show();
  await identify(scene, 'card', member);
  await shopper.popup.seesTitle(KO.pinTitle);
  await shopper.popup.press(KO.close);
  await failsWith(shopper, '2002');
  await shopper.page.press(SHOW);
  await reachPoints(scene, member);
  await usePoints(scene, 100);
  await shopper.layerIs('gone');
  expect((await shopper.events(2))[1]?.name).toBe('POINTS_AUTHENTICATED');
  await shopper.page.press(SHOW);
  await shopper.popup.sees(/1000/);
  await shopper.popup.press(KO.close);
  expect((await shopper.events(3))[2]?.result.errorObject?.errorCode).toBe('1000');
});

test('a session that expires half way stops with its error', async ({ scene, shopper, sandbox, member, show }) => {
  await show();
  await chooseMethod(scene, 'card');
  await sandbox.advanceClock(31 * 60_000);
  await enterCard(scene, member);
  await shopper.popup.sees(/1000/);
  await shopper.popup.press(KO.close);
  await failsWith(shopper, '1000');
});

test('a userAuthToken that is none asks who one is', async ({ shopper, show, issueToken }) => {
  const token = await issueToken();
  await show({ token, userAuthToken: 'nobody' });
  await shopper.popup.seesTitle(KO.methodTitle);
});

test('a call that is lost can be tried again, and nothing typed is lost', async ({
  scene,
  shopper,
  sandbox,
  member,
  show,
}) => {
  await show();
  await chooseMethod(scene, 'card');
  await sandbox.fault({ call: 'identifyByCard', drop: true });
  await enterCard(scene, member);
  await shopper.popup.seesAlert('연결이 끊겼어요.');
  await shopper.popup.seesValue(KO.cardNumber, member.cardNumber.replace(/(\d{4})(?=\d)/g, '$1 '));
  await sandbox.clearFaults();
  await enterCard(scene, member);
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('a session that cannot be opened is tried again', async ({ shopper, sandbox, show }) => {
  await sandbox.fault({ call: 'open', drop: true });
  await show();
  await shopper.popup.seesAlert('연결이 끊겼어요.');
  await sandbox.clearFaults();
  await shopper.popup.press(KO.again);
  await shopper.popup.seesTitle(KO.methodTitle);
});

test('a front server that cannot be reached: after ten seconds try again, and it is there', async ({
  shopper,
  sandbox,
  show,
}) => {
  await sandbox.fault({ call: 'popup', drop: true });
  await shopper.clock.hold();
  await show();
  await shopper.clock.turn(PATIENCE_MS);
  await shopper.page.seesButton(KO.again);
  await sandbox.clearFaults();
  await shopper.page.press(KO.again);
  await shopper.popup.seesTitle(KO.methodTitle);
  expect(await shopper.events(0)).toEqual([]);
});

test('a front server that takes its time is waited for', async ({ scene, shopper, sandbox, member, show }) => {
  await sandbox.fault({ call: 'popup', delayMs: 1_000, times: 1 });
  await sandbox.fault({ call: 'identifyByCard', delayMs: 1_000, times: 1 });
  await show();
  await chooseMethod(scene, 'card');
  await enterCard(scene, member);
  await shopper.popup.seesTitle(KO.pinTitle);
});

test('a front server that is slow: that is said after ten seconds, and it can be tried again', {
  tag: '@meanwhile',
}, async ({ scene, shopper, sandbox, member, show }) => {
  await shopper.clock.hold();
  await show();
  await chooseMethod(scene, 'card');
  await sandbox.fault({ call: 'identifyByCard', delayMs: 120_000, times: 1 });
  await enterCard(scene, member);
  await shopper.clock.turn(PATIENCE_MS);
  await shopper.popup.sees('응답이 늦어요.');
  await shopper.popup.press(KO.again);
  await shopper.popup.seesTitle(KO.pinTitle);
});
