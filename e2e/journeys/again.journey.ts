import { expect, SHOW, test } from '../fixtures';
import { KO } from '../words';
import { reachPoints, usePoints } from './steps';

test('the same instance shows again with a new token after each outcome', async ({
  scene,
  shopper,
  sandbox,
  member,
  merchantPage,
  issueToken,
}) => {
  await shopper.open(await merchantPage());

  await test.step('closed by the shopper', async () => {
    await shopper.page.press(SHOW);
    await shopper.popup.seesTitle(KO.methodTitle);
    await shopper.popup.press(KO.close);
    await shopper.layerIs('gone');
    const [event] = await shopper.events(1);
    expect(event).toMatchObject({ name: 'POINTS_AUTH_FAILED', result: { errorObject: { errorCode: '2002' } } });
  });

  await test.step('stopped by an error', async () => {
    await sandbox.fault({ call: 'open', errorCode: '9000', times: 1 });
    await shopper.page.type('mctTrToken', await issueToken());
    await shopper.page.press(SHOW);
    await shopper.popup.sees('9000');
    await shopper.popup.press(KO.close);
    await shopper.layerIs('gone');
    const events = await shopper.events(2);
    expect(events[1]).toMatchObject({ name: 'POINTS_AUTH_FAILED', result: { errorObject: { errorCode: '9000' } } });
  });

  await test.step('closed by the merchant', async () => {
    await shopper.page.type('mctTrToken', await issueToken());
    await shopper.page.press(SHOW);
    await shopper.popup.seesTitle(KO.methodTitle);
    await shopper.forceClose();
    await shopper.layerIs('gone');
  });

  await test.step('points chosen', async () => {
    await shopper.page.type('mctTrToken', await issueToken());
    await shopper.page.press(SHOW);
    await reachPoints(scene, member);
    await usePoints(scene, 1_000);
    await shopper.layerIs('gone');
    const events = await shopper.events(3);
    expect(events[2]).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { usePoint: 1_000 } });
  });
});

test('two instances on a page do not hear each other', async ({ scene, shopper, member, merchantPage, issueToken }) => {
  const token2 = await issueToken(10_000);
  await shopper.open(await merchantPage({ warm: true, more: { instances: '2', token2 } }));

  // Both have prepared themselves.
  await shopper.holdsPopups(1);
  await shopper.page.press(`${SHOW} 2`);
  await reachPoints(scene, member);
  await usePoints(scene, 500);
  await shopper.layerIs('gone');
  const [second] = await shopper.events(1, 2);
  expect(second).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { mctAmount: 10_000, usePoint: 500 } });
  expect(await shopper.events(0, 1)).toEqual([]);

  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.methodTitle);
  await shopper.popup.press(KO.close);
  const [first] = await shopper.events(1, 1);
  expect(first).toMatchObject({ name: 'POINTS_AUTH_FAILED', result: { errorObject: { errorCode: '2002' } } });
  expect(await shopper.events(1, 2)).toHaveLength(1);
});
