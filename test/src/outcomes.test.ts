import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import {
  authenticated,
  codeOfOne,
  eventually,
  failed,
  isShow,
  layerOf,
  makeApi,
  popupOf,
  SUCCESS,
  say,
  told,
  useStage,
} from './stage';

const stage = useStage();

describe('every show() ends in exactly one outcome', () => {
  it('points chosen: the layer is gone when the listener hears, and the result is passed on as it is', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(
      "api.on('POINTS_AUTHENTICATED', () => { window.left = [[...document.querySelectorAll('dialog')].some((it) => it.checkVisibility({ visibilityProperty: true })), api.isShow()] })",
    );
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toEqual([{ name: 'POINTS_AUTHENTICATED', result: SUCCESS }]);
    expect(await page.evaluate('left')).toEqual([false, false]);
  });

  it('an error that stopped it', async () => {
    const page = await stage.page();
    await makeApi(page, 't');
    await page.evaluate('api.show()');
    const errorObject = { errorCode: '9000', errorMessage: '점검', errorDetailMessage: '' };
    await say(await popupOf(page), failed(errorObject));
    await eventually(() => told(page)).toEqual([{ name: 'POINTS_AUTH_FAILED', result: { errorObject } }]);
  });

  it('no token: 1000, later, without a layer', async () => {
    const page = await stage.page();
    await makeApi(page);
    expect(await page.evaluate('api.show(), told.length')).toBe(0);
    expect(await codeOfOne(page)).toBe('1000');
    expect((await told(page))[0]?.result.errorObject).toEqual({
      errorCode: '1000',
      errorMessage: ERRORS['1000'].ko,
      errorDetailMessage: 'No mctTrToken: pass it to setParams or show',
    });
    expect(await layerOf(page).count()).toBe(0);
  });

  it('no token and closed at once: nothing', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate('api.show(), api.forceClose()');
    await page.clock.runFor(5_000);
    expect(await told(page)).toEqual([]);
  });

  it.each(['the dialog', 'the frame'])('the page removes %s: 2002', async (what) => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await popupOf(page);
    const layer = layerOf(page);
    await (what === 'the frame' ? layer.locator('iframe') : layer).evaluate((element) => element.remove());
    expect(await codeOfOne(page)).toBe('2002');
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
    expect(await layerOf(page).count()).toBe(0);
    await page.evaluate('api.show()');
    await popupOf(page);
  });

  it('Esc while the popup still loads: 2002', async () => {
    stage.role = 'late';
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await page.keyboard.press('Escape');
    expect(await codeOfOne(page)).toBe('2002');
    expect(await layerOf(page).count()).toBe(0);
    stage.release();
  });

  it.each(['at once', 'while it loads', 'when it is ready', 'twice', 'when the page has removed it'])(
    'forceClose() %s: nothing',
    async (when) => {
      if (when === 'while it loads') stage.role = 'late';
      const page = await stage.page();
      await makeApi(page);
      if (when === 'at once') await page.evaluate("api.show({ mctTrToken: 't' }), api.forceClose()");
      else {
        await page.evaluate("api.show({ mctTrToken: 't' })");
        if (when === 'while it loads') await layerOf(page).waitFor();
        else await popupOf(page);
        if (when === 'when the page has removed it') {
          // In one task: a look of the script in between would end the show().
          await page.evaluate("document.querySelector('dialog').remove(), api.forceClose()");
        } else await page.evaluate('api.forceClose()');
      }
      if (when === 'twice') await page.evaluate('api.forceClose()');
      expect(await isShow(page)).toBe(false);
      expect(await layerOf(page).count()).toBe(0);
      stage.release();
      await eventually(() => page.locator('dialog').count()).toBe(0);
      expect(await told(page)).toEqual([]);
    },
  );

  it('a ready popup is told to take its history back before it goes', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    const popup = await popupOf(page);
    await page.evaluate('api.forceClose()');
    await eventually(() => popup.evaluate('heard.at(-1).message.type')).toBe('CLOSE');
    expect(await page.locator('iframe').count()).toBe(1);
    await page.clock.runFor(1_500);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('after each outcome the same instance shows again', async () => {
    const page = await stage.page();
    await makeApi(page);
    for (const message of [authenticated(), failed({ errorCode: '2002' }), authenticated()]) {
      await page.evaluate("api.show({ mctTrToken: 't' + told.length })");
      const popup = await popupOf(page);
      expect(await popup.evaluate('heard.at(-1).message.mctTrToken')).toBe(`t${(await told(page)).length}`);
      const before = (await told(page)).length;
      await say(popup, message);
      await eventually(async () => (await told(page)).length).toBe(before + 1);
    }
  });

  it('shown again from a listener, it shows', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(
      "api.on('POINTS_AUTH_FAILED', () => told.length < 2 && api.show({ mctTrToken: 'second' })), api.show()",
    );
    await popupOf(page);
    expect((await told(page)).length).toBe(1);
    expect(await isShow(page)).toBe(true);
  });

  it('a message from the popup after its end changes nothing', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    const popup = await popupOf(page);
    const success = JSON.stringify(authenticated());
    await popup.evaluate(`for (let i = 0; i < 3; i += 1) say(${success}); say(${JSON.stringify(failed({}))})`);
    await eventually(() => layerOf(page).count()).toBe(0);
    await popupOf(page, 'PREPARE');
    expect((await told(page)).length).toBe(1);
  });
});
