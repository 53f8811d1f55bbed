import type { ModernDriver } from '../drivers/driver';
import { expect, test } from '../fixtures';
import { NEW_PIN } from '../journeys/steps';
import { KO } from '../words';
import { openWarm } from './warm';

const SHOW = 'OK캐쉬백 사용';
/** The name of the field of dots. */
const pinEntered = (digits: number) => `결제비밀번호, 6자리 중 ${digits}자리 입력됨`;

test.describe('keyboard only', { tag: '@modern' }, () => {
  test('the whole journey: phone, new PIN, points', async ({ modern, sandbox, house, merchantPage }) => {
    const member = await sandbox.member('ready', 'no-pin');
    await openWarm(modern, house, await merchantPage({ warm: true }));
    await show(modern);

    await modern.focusIsOn(KO.methodTitle);
    await modern.tabTo(KO.methods.phone);
    await modern.key('Enter');

    await modern.focusIsOn(KO.name);
    await modern.write(member.name);
    await modern.key('Enter');
    await modern.focusIsOn(KO.birthDate);
    await modern.write(`${member.birthDate}${member.firstDigit}`);
    await modern.focusIsOn(KO.carriers.SKT);
    await modern.key('Space');
    await modern.key('Enter');
    await modern.focusIsOn(KO.phone);
    await modern.write(member.phone);
    await modern.focusIsOn(KO.allConsents);
    await modern.key('Space');
    await modern.focusIsOn(KO.requestCode);
    await modern.key('Enter');

    await modern.focusIsOn(KO.code);
    await modern.write(await sandbox.code(member.phone));

    await modern.focusIsOn(pinEntered(0));
    await modern.write(NEW_PIN.slice(0, 2));
    await modern.popup.sees('6자리 중 2자리 입력됨');
    await modern.key('Backspace');
    await modern.popup.sees('6자리 중 1자리 입력됨');
    await modern.write(NEW_PIN.slice(1));
    await modern.popup.seesTitle(KO.confirmPinTitle);
    await modern.focusIsOn(pinEntered(0));
    await modern.write(NEW_PIN);

    await modern.focusIsOn(KO.pointsTitle);
    await modern.tabTo(KO.typeIn);
    await modern.key('Enter');
    await modern.focusIsOn(KO.amount);
    await modern.write('1500');
    await modern.key('Enter');
    const [event] = await modern.events(1);
    expect(event?.result).toMatchObject({ usePoint: 1_500 });
    await modern.focusIsOn(SHOW);
  });

  test('Esc closes, and the focus is where it was', async ({ modern, house, merchantPage }) => {
    await openWarm(modern, house, await merchantPage({ warm: true }));
    await show(modern);
    await modern.focusIsOn(KO.methodTitle);
    await closesOnEscape(modern);
  });

  test('Esc closes a popup that was not prepared, and the focus is where it was', async ({ modern, merchantPage }) => {
    await modern.open(await merchantPage());
    await show(modern);
    await modern.popup.seesTitle(KO.methodTitle);
    await expect.poll(() => modern.page.run('return document.activeElement.title')).toBe('OK캐쉬백 포인트 사용');
    await closesOnEscape(modern);
  });

  test('a popup that was not prepared has the focus on its title, until it is moved', { tag: '@cold-focus' }, async ({
    modern,
    merchantPage,
  }) => {
    await modern.open(await merchantPage());
    await show(modern);
    await modern.focusIsOn(KO.methodTitle);
    await modern.tabTo(KO.methods.phone);
    // What the page does about the focus, it has done by then.
    await expect.poll(() => modern.page.run('return document.activeElement.tagName')).toBe('IFRAME');
    await modern.focusIsOn(KO.methods.phone);
  });
});

async function show(modern: ModernDriver): Promise<void> {
  await modern.tabTo(SHOW);
  await modern.key('Enter');
}

async function closesOnEscape(modern: ModernDriver): Promise<void> {
  await modern.key('Escape');
  await modern.layerIs('gone');
  await modern.focusIsOn(SHOW);
  const events = await modern.events(1);
  expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
}
