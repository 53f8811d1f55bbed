import { describe, expect, it } from 'vitest';
import {
  authenticated,
  eventually,
  failed,
  focused,
  heardBy,
  isShow,
  makeApi,
  popupOf,
  say,
  told,
  useStage,
} from './stage';

const stage = useStage();

describe('the prepared layer', () => {
  it('is made when the page has loaded, out of sight and out of reach', async () => {
    stage.body = '<p style="height:3000px"></p><button id="last">last</button>';
    const page = await stage.page();
    await makeApi(page, 't', 'u');
    const popup = await popupOf(page, 'PREPARE');
    expect(await popup.evaluate('heard.map((one) => one.message)')).toEqual([
      { type: 'PREPARE', mctTrToken: 't', userAuthToken: 'u' },
    ]);
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 1000, height: 700 });
    expect(await page.locator('iframe').isVisible()).toBe(false);
    expect(await page.evaluate('document.elementFromPoint(500, 350).tagName')).not.toBe('IFRAME');
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(
      await page.evaluate('document.body.offsetHeight + 16'),
    );
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
    const order: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    expect(order).not.toContain('IFRAME');
    expect(await isShow(page)).toBe(false);
  });

  it('is revealed by show(), not loaded again, and works', async () => {
    const page = await stage.page();
    await makeApi(page, 't');
    const popup = await popupOf(page, 'PREPARE');
    await page.evaluate('api.show()');
    expect(await page.locator('iframe').isVisible()).toBe(true);
    expect(await focused(page)).toBe('IFRAME');
    await eventually(() => heardBy(popup)).toEqual(['PREPARE', 'OPEN']);
    expect(stage.asked.filter((path) => path.includes('/popup/'))).toHaveLength(1);
    await say(popup, authenticated());
    await eventually(() => told(page)).toHaveLength(1);
  });

  it('is made without a token, too; show() brings the token and loads nothing', async () => {
    const page = await stage.page();
    await makeApi(page);
    const popup = await popupOf(page, 'PREPARE');
    expect(await popup.evaluate('heard.map(({ message }) => message.mctTrToken || "none")')).toEqual(['none']);
    expect(new URL(popup.url()).hash).toBe('');
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await eventually(() => heardBy(popup)).toEqual(['PREPARE', 'OPEN']);
    expect(await popup.evaluate('heard[1].message.mctTrToken')).toBe('t');
    expect(stage.asked.filter((path) => path.includes('/popup/'))).toHaveLength(1);
  });

  it.each([authenticated(), failed({ errorCode: '2002' })])(
    'is made again after an outcome, without the tokens that may be spent: $type',
    async (outcome) => {
      const page = await stage.page();
      await makeApi(page, 't', 'u');
      await page.evaluate('api.show()');
      await say(await popupOf(page), outcome);
      const popup = await popupOf(page, 'PREPARE');
      expect(await popup.evaluate('heard.map(({ message }) => message.mctTrToken || "none")')).toEqual(['none']);
      await eventually(() => page.locator('iframe').count()).toBe(1);
      expect(await page.locator('iframe').isVisible()).toBe(false);
    },
  );

  it('is not there yet when show() comes with the page: a popup that is made to be shown knows that', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    expect(new URL((await popupOf(page)).url()).hash).toBe('#open');
  });

  it('does not keep the page from its load', async () => {
    stage.head =
      "<script>new OKcashbagAPI('t'); addEventListener('load', () => { frames_at_load = document.querySelectorAll('iframe').length })</script>";
    const page = await stage.page();
    expect(await page.evaluate('frames_at_load')).toBe(0);
    await eventually(() => page.locator('iframe').count()).toBe(1);
  });

  it('is not waited for by a show() before the load', async () => {
    stage.head =
      "<script>api = new OKcashbagAPI('t'); told = []; api.on((name, result) => told.push({ name, result })); addEventListener('DOMContentLoaded', () => api.show())</script>";
    stage.body = '<img src="/slow">';
    const page = await stage.page();
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toHaveLength(1);
  });

  it('that did not come is tried again by show() at once', async () => {
    stage.role = 'dropped';
    const page = await stage.page({ clock: true });
    await page.evaluate("document.addEventListener('load', () => { hasLoaded = true }, true)");
    await makeApi(page, 't');
    await page.clock.runFor(100);
    await eventually(() => page.evaluate('window.hasLoaded')).toBe(true);
    await page.clock.runFor(600);
    stage.role = 'popup';
    await page.evaluate('api.show()');
    expect(await heardBy(await popupOf(page))).toEqual(['OPEN']);
  });

  it('that the page has removed is made anew by show()', async () => {
    const page = await stage.page();
    await makeApi(page, 't');
    await popupOf(page, 'PREPARE');
    await page.evaluate("document.querySelector('dialog').remove(), api.show()");
    expect(await heardBy(await popupOf(page))).toEqual(['OPEN']);
    expect(await page.locator('iframe').isVisible()).toBe(true);
  });

  it('is put away by forceClose()', async () => {
    const page = await stage.page();
    await makeApi(page, 't');
    await popupOf(page, 'PREPARE');
    await page.evaluate('api.forceClose()');
    await eventually(() => page.locator('dialog').count()).toBe(0);
    expect(await told(page)).toEqual([]);
  });

  it('is shown with what setParams said since', async () => {
    const page = await stage.page();
    await makeApi(page, 'a');
    const popup = await popupOf(page, 'PREPARE');
    await page.evaluate("api.setParams({ mctTrToken: 'b' }), api.show()");
    await eventually(() => heardBy(popup)).toEqual(['PREPARE', 'OPEN']);
    expect(await popup.evaluate('heard[1].message.mctTrToken')).toBe('b');
  });

  it('cannot end a show() that has not begun', async () => {
    const page = await stage.page();
    await makeApi(page, 't');
    const popup = await popupOf(page, 'PREPARE');
    await page.evaluate("arrived = 0, addEventListener('message', () => { arrived += 1 })");
    await say(popup, authenticated());
    await say(popup, failed({ errorCode: '9999' }));
    await eventually(() => page.evaluate('arrived')).toBe(2);
    await page.evaluate('api.show()');
    await eventually(() => heardBy(popup)).toEqual(['PREPARE', 'OPEN']);
    expect(await told(page)).toEqual([]);
    expect(await isShow(page)).toBe(true);
  });
});
