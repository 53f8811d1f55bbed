import { expect, test } from '../fixtures';
import { EN } from '../words';
import { enterCard, givePin, identify, METHODS, makePin, NEW_PIN, type Scene, usePoints } from './steps';

const SHOW = 'OK캐쉬백 사용';

for (const method of METHODS) {
  test(`English by ${method}, and again with the PIN`, async ({ shopper, sandbox, merchantPage, issueToken }) => {
    const scene: Scene = { shopper, sandbox, words: EN };
    await shopper.open(await merchantPage({ locale: 'en' }));
    await shopper.page.press(SHOW);
    await identify(scene, method, await sandbox.member('ready', 'no-pin'));
    await makePin(scene);
    await usePoints(scene, 1_000);
    await shopper.layerIs('gone');
    const [event] = await shopper.events(1);
    const merchant = await sandbox.merchant();
    const ocbUseTrAuthToken = event?.result.ocbUseTrAuthToken as string;
    const used = await merchant.use({ mctTransactionId: `english-${method}`, ocbUseTrAuthToken });
    const userAuthToken = used.outcome === 'approved' ? used.answer.userAuthToken : undefined;

    await shopper.open(await merchantPage({ locale: 'en', token: await issueToken(), userAuthToken }));
    await shopper.page.press(SHOW);
    await givePin(scene, NEW_PIN);
    await usePoints(scene, 2_000);
    expect((await shopper.events(1))[0]?.result).toMatchObject({ usePoint: 2_000 });
  });
}

test('the page’s language is the popup’s when none is given', async ({ shopper, merchantPage }) => {
  await shopper.open(await merchantPage({ more: { lang: 'en' } }));
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(EN.methodTitle);
});

test('the server’s errors are English as well', async ({ shopper, sandbox, merchantPage }) => {
  const scene: Scene = { shopper, sandbox, words: EN };
  const member = await sandbox.member('ready');
  await shopper.open(await merchantPage({ locale: 'en' }));
  await shopper.page.press(SHOW);
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
