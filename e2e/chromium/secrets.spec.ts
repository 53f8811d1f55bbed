import { expect, test } from '../fixtures';
import {
  askApp,
  chooseMethod,
  confirmByPhone,
  enterCard,
  givePin,
  makePin,
  NEW_PIN,
  usePoints,
} from '../journeys/steps';
import { KO } from '../words';

test('neither logs nor addresses of whole journeys have a secret in them', async ({
  page,
  scene,
  shopper,
  sandbox,
  house,
}) => {
  const secrets = new Set<string>();
  const consoleLines: string[] = [];
  const addresses: string[] = [];
  page.on('console', (message) => consoleLines.push(message.text()));
  page.on('request', (request) => {
    addresses.push(request.url());
    const body = request.postData() ?? '';
    for (const [token] of body.matchAll(/[A-Za-z0-9_-]{22,}/g)) secrets.add(token);
  });
  const member = await sandbox.member('ready', 'no-pin');
  for (const secret of [member.cardNumber, member.cardPassword, member.phone, NEW_PIN]) secrets.add(secret);

  await shopper.open(house.shopUrl);
  await shopper.page.press('OK캐쉬백 포인트 사용');
  await chooseMethod(scene, 'card');
  await enterCard(scene, member, 'a wrong secret');
  await shopper.popup.seesAlert(/./);
  secrets.add('a wrong secret');
  await shopper.popup.press(KO.back);
  await chooseMethod(scene, 'push');
  await askApp(scene, member);
  await shopper.popup.press(KO.otherMethod);
  await chooseMethod(scene, 'phone');
  await confirmByPhone(scene, member);
  secrets.add(await sandbox.code(member.phone));
  await makePin(scene);
  await usePoints(scene, 1_000);
  await shopper.layerIs('gone');
  await shopper.page.press('주문하기');
  await shopper.page.seesTitle('주문이 완료되었어요');

  await shopper.open(house.shopUrl);
  await shopper.page.press('OK캐쉬백 포인트 사용');
  await givePin(scene, '135792');
  await shopper.popup.seesAlert('결제비밀번호가 달라요.');
  await givePin(scene, NEW_PIN);
  secrets.add('135792');
  await usePoints(scene, 500);
  await shopper.layerIs('gone');

  expect(secrets.size).toBeGreaterThan(10);
  const logs = {
    ocb: house.log('ocb'),
    shop: house.log('shop'),
    console: consoleLines.join('\n'),
    addresses: addresses.join('\n'),
  };
  expect(logs.ocb).toContain('/front/v1/open');
  expect(logs.addresses).toContain('/front/v1/open');
  expect(addresses.filter((url) => /[A-Za-z0-9_-]{100}/.test(url))).toEqual([]);
  for (const [name, log] of Object.entries(logs)) {
    // A number may stand in a longer one by chance: only whole words count.
    const found = [...secrets].filter((secret) => new RegExp(`(?<![A-Za-z0-9_-])${secret}(?![A-Za-z0-9_-])`).test(log));
    expect(found, `secrets in ${name}`).toEqual([]);
  }
});
