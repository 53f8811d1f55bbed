import { expect, test } from '../fixtures';
import { EN } from '../words';
import { askApp, chooseMethod, enterCard, givePin, identify, makePin, NEW_PIN, type Scene, usePoints } from './steps';

test('the whole journey is English: every way to identify oneself, errors of the server, a new PIN, and the PIN again', async ({
  shopper,
  sandbox,
  show,
  issueToken,
}) => {
  const scene: Scene = { shopper, sandbox, words: EN };
  const member = await sandbox.member('ready', 'no-pin');
  await show({ locale: 'en' });

  await test.step('by card, with a wrong password', async () => {
    await chooseMethod(scene, 'card');
    await enterCard(scene, member, 'wrong');
    await shopper.popup.seesAlert('That online password isn’t right.');
    await shopper.popup.press(EN.back);
  });
  await test.step('by the app, then another way', async () => {
    await chooseMethod(scene, 'push');
    await askApp(scene, member);
    await shopper.popup.press(EN.otherMethod);
  });
  await test.step('by phone, with a new PIN', async () => {
    await identify(scene, 'phone', member);
    await makePin(scene);
    await usePoints(scene, 1_000);
    await shopper.layerIs('gone');
  });

  const [event] = await shopper.events(1);
  const merchant = await sandbox.merchant();
  const ocbUseTrAuthToken = event?.result.ocbUseTrAuthToken as string;
  const used = await merchant.use({ mctTransactionId: 'english', ocbUseTrAuthToken });
  const userAuthToken = used.outcome === 'approved' ? used.answer.userAuthToken : undefined;
  await show({ locale: 'en', token: await issueToken(), userAuthToken });
  await givePin(scene, NEW_PIN);
  await usePoints(scene, 2_000);
  expect((await shopper.events(1))[0]?.result).toMatchObject({ usePoint: 2_000 });
});

test('the page’s language is the popup’s when none is given', async ({ shopper, show }) => {
  await show({ more: { lang: 'en' } });
  await shopper.popup.seesTitle(EN.methodTitle);
});

test('the outcome of an English popup is English', async ({ shopper, show }) => {
  await show({ locale: 'en' });
  await shopper.popup.press(EN.close);
  const [event] = await shopper.events(1);
  expect(event?.result.errorObject).toMatchObject({
    errorCode: '2002',
    errorMessage: 'Incomplete.',
  });
});
