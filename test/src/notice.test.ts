import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import {
  authenticated,
  codeOfOne,
  eventually,
  isShow,
  layerOf,
  makeApi,
  popupOf,
  type Role,
  say,
  told,
  useStage,
} from './stage';

/** The card that the script shows while the popup is not there. */
const stage = useStage();

const UNREACHABLE = 'OK캐쉬백에 연결하지 못했어요. 인터넷 연결을 확인해 주세요.';
const cardOf = (page: Page) => layerOf(page).locator('div');
const again = (page: Page) => page.getByRole('button', { name: '다시 시도' });
const close = (page: Page) => page.getByRole('button', { name: '닫기' });
const popupsAsked = () => stage.asked.filter((path) => path.startsWith('/popup/')).length;

/** A page whose time stands still, and which counts the documents that its frames have loaded. */
async function stillPage(): Promise<Page> {
  const page = await stage.page({ clock: true });
  await page.evaluate("loads = 0; document.addEventListener('load', () => { loads += 1 }, true)");
  await makeApi(page);
  return page;
}

describe('the notice', () => {
  it.each([
    ['ko', 'OK캐쉬백 포인트 사용', '닫기'],
    ['en', 'Use OK Cashbag points', 'Close'],
  ])('is there 100 ms after show(), with its name and a button to close (%s)', async (locale, name, closing) => {
    stage.role = 'late';
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(`api.show({ mctTrToken: 't', locale: '${locale}' })`);
    await page.clock.runFor(100);
    const seen = await page.evaluate(`
      [document.querySelector('dialog[open]').innerText, document.querySelector('dialog[open] button').checkVisibility({ visibilityProperty: true })]
    `);
    expect(seen).toEqual([expect.stringContaining(name), true]);
    await page.getByRole('button', { name: closing }).click();
    await page.clock.runFor(100);
    expect(await codeOfOne(page)).toBe('2002');
  });

  it('is not drawn when the popup is there sooner', async () => {
    stage.role = 'late';
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(`
      cards = 0;
      new MutationObserver((changes) => {
        cards += changes.filter(({ target, addedNodes }) => target.tagName === 'DIV' && addedNodes.length).length;
      }).observe(document.documentElement, { childList: true, subtree: true });
      api.show({ mctTrToken: 't' });
    `);
    await eventually(popupsAsked).toBe(1);
    stage.release();
    await popupOf(page);
    await page.clock.runFor(1_000);
    expect(await page.evaluate('cards')).toBe(0);
  });

  it('says in English what is wrong, too', async () => {
    stage.role = 'silent';
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't', locale: 'en' })");
    await eventually(() => page.getByRole('alert').allTextContents()).toEqual([
      'We couldn’t reach OK Cashbag. Check your connection.',
    ]);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await codeOfOne(page)).toBe('4001');
    expect((await told(page))[0]?.result.errorObject?.errorMessage).toBe(ERRORS['4001'].en);
  });

  it.each<Role>(['silent', 'nonsense', 'not found', 'dropped'])(
    'says that the popup is unreachable half a second after a document that is %s, and 닫기 is 4001',
    async (role) => {
      stage.role = role;
      const page = await stillPage();
      await page.evaluate("api.show({ mctTrToken: 't' })");
      await eventually(() => page.evaluate('loads')).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.clock.runFor(500);
      expect(await page.getByRole('alert').textContent()).toBe(UNREACHABLE);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('다시 시도');
      expect(await told(page)).toEqual([]);
      await close(page).click();
      await page.clock.runFor(300);
      expect(await codeOfOne(page)).toBe('4001');
      expect(await layerOf(page).count()).toBe(0);
      expect(await isShow(page)).toBe(false);
    },
  );

  it('says so after ten seconds without any answer', async () => {
    stage.role = 'late';
    const page = await stillPage();
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.clock.runFor(9_900);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.runFor(200);
    expect(await page.getByRole('alert').textContent()).toBe(UNREACHABLE);
  });

  it('says so at once while the browser is offline', async () => {
    stage.role = 'late';
    const page = await stillPage();
    await page.evaluate("Object.defineProperty(navigator, 'onLine', { value: false })");
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.clock.runFor(300);
    expect(await page.getByRole('alert').textContent()).toBe(UNREACHABLE);
    await close(page).click();
    await page.clock.runFor(300);
    expect((await told(page))[0]?.result.errorObject).toMatchObject({
      errorCode: '4001',
      errorDetailMessage: 'offline',
    });
  });

  it('says so once for a prepared popup that turned out to be another page just before show()', async () => {
    stage.role = 'silent';
    const page = await stillPage();
    await page.clock.runFor(100);
    await eventually(() => page.evaluate('loads')).toBe(1);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.clock.runFor(500);
    expect(await page.getByRole('alert').allTextContents()).toEqual([UNREACHABLE]);
  });

  it('gives way to a popup that loads late', async () => {
    stage.role = 'late';
    const page = await stillPage();
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.clock.runFor(11_000);
    await again(page).waitFor();
    stage.release();
    const popup = await popupOf(page);
    expect(await popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('t');
    expect(await layerOf(page).locator(':scope > *').count()).toBe(1);
    await say(popup, authenticated());
    await page.clock.runFor(100);
    await eventually(() => told(page)).toHaveLength(1);
    expect((await told(page))[0]?.name).toBe('POINTS_AUTHENTICATED');
  });

  it('tries again with 다시 시도, as often as needed, until the popup loads', async () => {
    stage.role = 'silent';
    const page = await stillPage();
    await page.evaluate("api.show({ mctTrToken: 't' })");
    for (let tries = 1; tries <= 3; tries += 1) {
      await eventually(() => page.evaluate('loads')).toBe(tries);
      expect(popupsAsked()).toBe(tries);
      await page.clock.runFor(500);
      if (tries === 3) stage.role = 'popup';
      await again(page).click();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await page.locator('iframe').count()).toBe(1);
    }
    const popup = await popupOf(page);
    expect(await popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('t');
    expect(await told(page)).toEqual([]);
    await page.clock.runFor(20_000);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('gives a retry after being offline its full time', async () => {
    stage.role = 'late';
    const page = await stillPage();
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.clock.runFor(5_000);
    await page.evaluate("Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })");
    await page.clock.runFor(300);
    await page.evaluate("Object.defineProperty(navigator, 'onLine', { value: true })");
    await again(page).click();
    await page.clock.runFor(9_000);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.runFor(1_100);
    expect(await page.getByRole('alert').count()).toBe(1);
  });

  it.each([
    [1000, 800, { x: 300, y: 80, width: 400, height: 640 }],
    [480, 800, { x: 40, y: 80, width: 400, height: 640 }],
    [1000, 500, { x: 300, y: 12.5, width: 400, height: 475 }],
    [479, 800, { x: 0, y: 0, width: 479, height: 800 }],
    [320, 480, { x: 0, y: 0, width: 320, height: 480 }],
  ])('is where the popup’s card is in a window of %i × %i', async (width, height, box) => {
    stage.role = 'late';
    stage.head = '<style>* { padding: 9px; border: 3px solid; box-sizing: content-box; transform: scale(.5) }</style>';
    const page = await stage.page({ viewport: { width, height } });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    expect(await cardOf(page).boundingBox()).toEqual(box);
  });

  it.each<Role>(['silent', 'nonsense', 'not found', 'dropped'])(
    'is seen in place of a document that is %s',
    async (role) => {
      stage.role = role;
      const page = await stillPage();
      await page.evaluate("api.show({ mctTrToken: 't' })");
      const frame = page.locator('iframe');
      expect(await frame.isVisible()).toBe(false);
      await eventually(() => page.evaluate('loads')).toBe(1);
      await page.clock.runFor(11_000);
      expect(await frame.isVisible()).toBe(false);
      expect(await page.evaluate('document.elementFromPoint(500, 350).closest("iframe")')).toBeNull();
    },
  );
});
