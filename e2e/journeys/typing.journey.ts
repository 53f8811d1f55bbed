import { expect, test } from '../fixtures';
import { KO } from '../words';
import { chooseMethod, fillPerson, identify } from './steps';

const CONSENTS = [
  '개인정보 수집·이용 동의',
  '고유식별정보 처리 동의',
  '통신사 이용약관 동의',
  '본인확인서비스 이용약관 동의',
];

test('the PIN can be typed on the keyboard, Backspace takes a digit back, Control with a digit is none, and Esc closes', async ({
  scene,
  shopper,
  member,
  show,
}) => {
  await show();
  await identify(scene, 'card', member);
  await shopper.popup.seesTitle(KO.pinTitle);
  await shopper.write('18');
  await shopper.popup.sees('6자리 중 2자리 입력됨');
  await shopper.keyWithControl('4');
  await shopper.key('Backspace');
  await shopper.popup.sees('6자리 중 1자리 입력됨');
  await shopper.key('Escape');
  await shopper.popup.seesTitle(KO.leavingTitle);
  await shopper.key('Escape');
  await shopper.layerIs('gone');
  const [event] = await shopper.events(1);
  expect(event?.result.errorObject?.errorCode).toBe('2002');
});

test('one tick agrees to everything that an identity check needs', async ({ scene, shopper, member, show }) => {
  await show();
  await chooseMethod(scene, 'phone');
  await fillPerson(scene, member);
  await shopper.popup.press(`${KO.allConsents} 내용 보기`);
  for (const consent of CONSENTS) await shopper.popup.seesTicked(consent);
});
