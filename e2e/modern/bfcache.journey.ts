import type { ModernDriver } from '../drivers/driver';
import { expect, SHOW } from '../fixtures';
import { chooseMethod, reachPoints, usePoints } from '../journeys/steps';
import { test } from '../kept-pages';
import type { House } from '../servers/house';
import { KO } from '../words';
import { openWarm } from './warm';

/** Leaves the merchant's page, and comes back to it as it was. */
async function leaveAndReturn(modern: ModernDriver, house: House): Promise<void> {
  await modern.page.run("addEventListener('pageshow', function (event) { window.restored = event.persisted; })");
  await modern.page.run(`setTimeout(function () { location.assign('${house.pagesUrl}/partner'); })`);
  await modern.page.seesTitle('제휴사');
  await modern.page.run('setTimeout(function () { history.back(); })');
  await modern.page.seesTitle('주문서');
  expect(await modern.page.run('return window.restored')).toBe(true);
}

test.describe('a page that the browser kept', { tag: ['@modern', '@kept-pages'] }, () => {
  test('with the layer closed shows it again', async ({ modern, sandbox, member, house, merchantPage, issueToken }) => {
    const token = await issueToken();
    await openWarm(modern, house, await merchantPage({ token, warm: true }));
    // Chromium keeps no page that is left while a frame of it still loads.
    await expect.poll(() => modern.page.run('return window.loadedFrames')).toBe(1);
    await leaveAndReturn(modern, house);
    // WebKit empties the fields of a page that it keeps, where they say autocomplete="off".
    await modern.page.type('mctTrToken', token);
    await modern.page.press(SHOW);
    // Playwright does not see into a frame that came back with its page; that it answers is seen from outside.
    await modern.layerIs('open');
    await modern.key('Escape');
    await modern.layerIs('gone');
    expect((await modern.events(1))[0]?.result.errorObject?.errorCode).toBe('2002');
    await modern.page.press(SHOW);
    const scene = { shopper: modern, sandbox };
    await reachPoints(scene, member);
    await usePoints(scene, 100);
    await modern.layerIs('gone');
    expect(await modern.events(2)).toHaveLength(2);
  });

  test('with the layer open goes on where it was', async ({ modern, sandbox, house, show }) => {
    await show();
    await chooseMethod({ shopper: modern, sandbox }, 'push');
    await modern.popup.seesTitle(KO.pushTitle);
    await leaveAndReturn(modern, house);
    await modern.layerIs('open');
    await modern.key('Escape');
    await modern.layerIs('gone');
    const events = await modern.events(1);
    expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
  });
});
