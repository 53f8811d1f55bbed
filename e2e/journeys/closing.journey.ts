import { expect, SHOW, test } from '../fixtures';
import { KO } from '../words';
import { chooseMethod, giveUp, identify } from './steps';

for (const warm of [false, true]) {
  const how = warm ? 'warm' : 'cold';

  test(`${how}: closing on the first screen is 2002, once`, async ({ shopper, show }) => {
    await show({ warm });
    await shopper.popup.seesTitle(KO.methodTitle);
    await shopper.popup.press(KO.close);
    await shopper.layerIs('gone');
    const events = await shopper.events(1);
    expect(events).toEqual([
      {
        name: 'POINTS_AUTH_FAILED',
        result: {
          errorObject: {
            errorCode: '2002',
            errorMessage: '인증이 완료 되지 않았습니다.',
            errorDetailMessage: expect.any(String),
          },
        },
      },
    ]);
  });

  test(`${how}: forceClose tells nobody anything`, async ({ shopper, show }) => {
    await show({ warm });
    await shopper.popup.seesTitle(KO.methodTitle);
    await shopper.forceClose();
    await shopper.layerIs('gone');
    expect(await shopper.events(0)).toEqual([]);
  });
}

test('closing after identification is 2002, and nothing was spent', async ({
  scene,
  shopper,
  sandbox,
  member,
  show,
}) => {
  await show();
  await identify(scene, 'phone', member);
  await shopper.popup.seesTitle(KO.pinTitle);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
  expect((await sandbox.memberAt(member.phone)).ocbPoint).toBe(member.ocbPoint);
});

test('forceClose while the popup still loads leaves nothing behind', { tag: '@meanwhile' }, async ({
  shopper,
  sandbox,
  show,
}) => {
  await sandbox.fault({ call: 'popup', delayMs: 5_000 });
  await show();
  await shopper.layerIs('open');
  await shopper.forceClose();
  await shopper.layerIs('gone');
  await sandbox.clearFaults();
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.methodTitle);
  expect(await shopper.events(0)).toEqual([]);
});

test('forceClose while the session opens leaves nothing behind', { tag: '@meanwhile' }, async ({
  shopper,
  sandbox,
  show,
}) => {
  await sandbox.fault({ call: 'open', delayMs: 5_000, times: 1 });
  await show();
  await shopper.popup.seesButton(KO.close);
  await shopper.forceClose();
  await shopper.layerIs('gone');
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.methodTitle);
  expect(await shopper.events(0)).toEqual([]);
});

test('closing while the session opens is 2002', { tag: '@meanwhile' }, async ({ shopper, sandbox, show }) => {
  await sandbox.fault({ call: 'open', delayMs: 5_000, times: 1 });
  await show();
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  const events = await shopper.events(1);
  expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
});

test('whoever has typed something is asked once, and can go on', async ({ scene, shopper, member, show }) => {
  await show();
  await chooseMethod(scene, 'card');
  await shopper.popup.type(KO.cardNumber, member.cardNumber);
  await shopper.popup.press(KO.close);
  await shopper.popup.seesTitle(KO.leavingTitle);
  await shopper.popup.press(KO.stay);
  await shopper.popup.seesValue(KO.cardNumber, member.cardNumber.replace(/(\d{4})(?=\d)/g, '$1 '));
  expect(await shopper.events(0)).toEqual([]);
  await giveUp(scene);
  await shopper.layerIs('gone');
  expect((await shopper.events(1)).map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
});

test('what was typed for one method is there for the next', async ({ scene, shopper, member, show }) => {
  await show();
  await chooseMethod(scene, 'push');
  await shopper.popup.type(KO.phone, member.phone);
  await shopper.popup.press(KO.back);
  await chooseMethod(scene, 'push');
  await shopper.popup.seesValue(KO.phone, member.phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1-$2-$3'));
});
