import { expect, test } from '../fixtures';
import { EN } from '../words';
import { enterCard, givePin, identify, METHODS, makePin, NEW_PIN, type Scene, usePoints } from './steps';

for (const method of METHODS) {
  test(`English by ${method}, and again with the PIN`, async ({ shopper, sandbox, show, issueToken }) => {
    const scene: Scene = { shopper, sandbox, words: EN };
    await show({ locale: 'en' });
    await identify(scene, method, await sandbox.member('ready', 'no-pin'));
    await makePin(scene);
    await usePoints(scene, 1_000);
    await shopper.layerIs('gone');
    const [event] = await shopper.events(1);
    const merchant = await sandbox.merchant();
    const ocbUseTrAuthToken = event?.result.ocbUseTrAuthToken as string;
    const used = await merchant.use({ mctTransactionId: `english-${method}`, ocbUseTrAuthToken });
    const userAuthToken = used.outcome === 'approved' ? used.answer.userAuthToken : undefined;

    await show({ locale: 'en', token: await issueToken(), userAuthToken });
    await givePin(scene, NEW_PIN);
    await usePoints(scene, 2_000);
    expect((await shopper.events(1))[0]?.result).toMatchObject({ usePoint: 2_000 });
  });
}

test('the page’s language is the popup’s when none is given', async ({ shopper, show }) => {
  await show({ more: { lang: 'en' } });
  await shopper.popup.seesTitle(EN.methodTitle);
});

test('the server’s errors are English as well', async ({ shopper, sandbox, show }) => {
  const scene: Scene = { shopper, sandbox, words: EN };
  const member = await sandbox.member('ready');
  await show({ locale: 'en' });
  await shopper.popup.press(EN.methods.card);
  await enterCard(scene, member, 'wrong');
  await shopper.popup.seesAlert('That online password is not right.');
  await shopper.popup.press(EN.close);
  const [event] = await shopper.events(1);
  expect(event?.result.errorObject).toMatchObject({
    errorCode: '2002',
    errorMessage: 'Incomplete.',
  });
});
