import type { ModernDriver } from '../drivers/driver';
import { expect, SHOW, test } from '../fixtures';
import { chooseMethod, identify, reachPoints, usePoints } from '../journeys/steps';
import { KO } from '../words';

const COUNT_POPS = "window.popped = 0; addEventListener('popstate', function () { popped += 1; })";
const goBack = (driver: ModernDriver) => driver.page.run('setTimeout(function () { history.back(); })');
const isAtPartner = async (driver: ModernDriver) => {
  await driver.page.seesTitle('제휴사');
  expect(await driver.page.run('return location.pathname')).toBe('/partner');
};

test.describe('Back', { tag: '@modern' }, () => {
  test.beforeEach(async ({ modern, house }) => modern.open(`${house.pagesUrl}/partner`));

  test('closes on the first screen; the next Back leaves the page', async ({ modern, merchantPage }) => {
    await modern.open(await merchantPage());
    await modern.page.run(COUNT_POPS);
    await modern.page.press(SHOW);
    await modern.popup.seesTitle(KO.methodTitle);
    await goBack(modern);
    await modern.layerIs('gone');
    const events = await modern.events(1);
    expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
    expect(await modern.page.run('return popped')).toBe(0);
    await modern.back();
    await isAtPartner(modern);
  });

  test('goes a step back inside, the router of the merchant hears nothing', async ({
    modern,
    sandbox,
    merchantPage,
  }) => {
    await modern.open(await merchantPage());
    const url = await modern.page.run('return location.href');
    await modern.page.run(COUNT_POPS);
    await modern.page.press(SHOW);
    await chooseMethod({ shopper: modern, sandbox }, 'card');
    await modern.popup.seesTitle(KO.cardTitle);
    await goBack(modern);
    await modern.popup.seesTitle(KO.methodTitle);
    await modern.popup.press(KO.methods.phone);
    await modern.popup.seesTitle(KO.phoneTitle);
    await modern.popup.press(KO.back);
    await modern.popup.seesTitle(KO.methodTitle);
    expect(await modern.page.run('return location.href')).toBe(url);
    expect(await modern.page.run('return popped')).toBe(0);
    await modern.popup.press(KO.close);
    await modern.layerIs('gone');
    await modern.back();
    await isAtPartner(modern);
  });

  test('with digits of the PIN typed asks once, and the second Back means it', async ({
    modern,
    sandbox,
    member,
    issueToken,
    house,
    merchantPage,
    show,
  }) => {
    await show();
    await reachPoints({ shopper: modern, sandbox }, member);
    await usePoints({ shopper: modern, sandbox }, 1_000);
    const [paid] = await modern.events(1);
    const ocbUseTrAuthToken = paid?.result.ocbUseTrAuthToken as string;
    const used = await (await sandbox.merchant()).use({ mctTransactionId: 'first', ocbUseTrAuthToken });
    const userAuthToken = used.outcome === 'approved' ? used.answer.userAuthToken : undefined;

    await modern.open(`${house.pagesUrl}/partner`);
    await modern.open(await merchantPage({ token: await issueToken(30_000, userAuthToken), userAuthToken }));
    const url = await modern.page.run('return location.href');
    await modern.page.press(SHOW);
    await modern.popup.seesTitle(KO.pinTitle);
    await modern.write('135');
    await modern.popup.sees('6자리 중 3자리 입력됨');
    await goBack(modern);
    await modern.popup.seesTitle(KO.leavingTitle);
    expect(await modern.events(0)).toEqual([]);
    await modern.popup.press(KO.stay);
    await modern.popup.seesTitle(KO.pinTitle);
    await modern.popup.sees('6자리 중 3자리 입력됨');
    await goBack(modern);
    await modern.popup.seesTitle(KO.leavingTitle);
    await goBack(modern);
    await modern.layerIs('gone');
    expect((await modern.events(1)).map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
    expect(await modern.page.run('return location.href')).toBe(url);
    await modern.back();
    await isAtPartner(modern);
  });

  test('from deep inside, after closing, one Back leaves the page', async ({ modern, sandbox, member, show }) => {
    await show({ warm: true });
    await identify({ shopper: modern, sandbox }, 'phone', member);
    await modern.popup.seesTitle(KO.pinTitle);
    await modern.popup.press(KO.close);
    await modern.layerIs('gone');
    await modern.back();
    await isAtPartner(modern);
  });

  test('after forceClose, one Back leaves the page', async ({ modern, sandbox, show }) => {
    await show();
    await chooseMethod({ shopper: modern, sandbox }, 'card');
    await modern.popup.seesTitle(KO.cardTitle);
    await modern.forceClose();
    await modern.holdsPopups(0);
    await modern.back();
    await isAtPartner(modern);
  });
});
