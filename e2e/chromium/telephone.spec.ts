import { expect, test } from '../fixtures';
import { askApp, chooseMethod, confirmationNumber } from '../journeys/steps';
import { KO } from '../words';

test('the telephone asks for the number of the popup: none is asked for again, a wrong one refuses', async ({
  scene,
  shopper,
  show,
  member,
  sandbox,
  context,
}) => {
  await show();
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  const number = await confirmationNumber(scene);
  const telephone = await context.newPage();
  await telephone.goto(`${sandbox.url}/phone#${member.phone}`);
  const field = telephone.getByLabel(KO.confirmationNumber);
  const approve = telephone.getByRole('button', { name: '승인', exact: true });
  await approve.click();
  await expect(field).toBeFocused();
  await field.fill(number === '42' ? '24' : '42');
  await field.press('Enter');
  await expect(telephone.getByText('거절했어요')).toBeVisible();
  await shopper.popup.seesTitle(KO.pushRefusedTitle);

  await sandbox.advanceClock(10_000);
  await shopper.popup.press(KO.otherMethod);
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  await field.fill(await confirmationNumber(scene));
  await approve.click();
  await shopper.popup.seesTitle(KO.pinTitle);
});
