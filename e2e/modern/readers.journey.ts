import { expect, test } from '../fixtures';
import { chooseMethod, enterCard } from '../journeys/steps';
import { KO } from '../words';

test('a screen reader finds every screen by role and name', { tag: '@modern' }, async ({
  modern,
  sandbox,
  member,
  show,
}) => {
  const scene = { shopper: modern, sandbox };
  const top = ['button 이전', 'button 큰글씨', 'button 닫기'];
  await show();

  await modern.popup.seesTitle(KO.methodTitle);
  expect(await modern.readPopup()).toEqual([
    ...top.slice(1),
    `heading ${KO.methodTitle}`,
    ...Object.values(KO.methods).map((name) => `button ${name}`),
  ]);

  await chooseMethod(scene, 'card');
  await modern.popup.seesTitle(KO.cardTitle);
  expect(await modern.readPopup()).toEqual([
    ...top,
    `heading ${KO.cardTitle}`,
    `textbox ${KO.cardNumber}`,
    `textbox ${KO.cardPassword}`,
    `button ${KO.identify}`,
  ]);

  await enterCard(scene, member);
  await modern.popup.seesTitle(KO.pinTitle);
  const keypad = await modern.readPopup();
  const isDigit = (line: string) => /^button \d$/.test(line);
  expect(keypad.filter(isDigit).sort()).toEqual([...'0123456789'].map((digit) => `button ${digit}`));
  expect(keypad.filter((line) => !isDigit(line))).toEqual([
    ...top,
    `heading ${KO.pinTitle}`,
    `button ${KO.forgotPin}`,
    'textbox 결제비밀번호, 6자리 중 0자리 입력됨',
    `button ${KO.eraseAll}`,
    `button ${KO.erase}`,
  ]);
});
