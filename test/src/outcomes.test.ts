import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import {
  authenticated,
  codeOfOne,
  eventually,
  failed,
  isShow,
  makeApi,
  popupOf,
  type Role,
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
      "api.on('POINTS_AUTHENTICATED', () => { window.left = [document.querySelector('dialog').checkVisibility({ visibilityProperty: true }), api.isShow()] })",
    );
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toEqual([{ name: 'POINTS_AUTHENTICATED', result: SUCCESS }]);
    expect(await page.evaluate('left')).toEqual([false, false]);
    await eventually(() => page.locator('dialog').count()).toBe(0);
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
    expect((await told(page))[0]?.result.errorObject?.errorMessage).toBe(ERRORS['1000'].ko);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('no token and closed at once: nothing', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate('api.show(), api.forceClose()');
    await page.clock.runFor(5_000);
    expect(await told(page)).toEqual([]);
  });

  it.each<Role>(['silent', 'nonsense', 'not found', 'dropped'])(
    'a popup that is %s: after 10 s, again or 4001',
    async (role) => {
      stage.role = role;
      const page = await stage.page({ clock: true });
      await makeApi(page);
      await page.evaluate("api.show({ mctTrToken: 't' })");
      await page.clock.runFor(9_500);
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.clock.runFor(1_000);
      expect(await page.getByRole('alert').textContent()).toContain(ERRORS['4001'].ko);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('다시 시도');

      // Again in vain, twice: ten seconds each time.
      for (let i = 0; i < 2; i += 1) {
        await page.getByRole('button', { name: '다시 시도' }).click();
        expect(await isShow(page)).toBe(true);
        await page.clock.runFor(9_500);
        expect(await page.getByRole('alert').count()).toBe(0);
        await page.clock.runFor(1_000);
      }
      expect(await told(page)).toEqual([]);
      await page.getByRole('button', { name: '닫기' }).click();
      await page.clock.runFor(3_000);
      expect(await codeOfOne(page)).toBe('4001');
      expect(await page.locator('dialog').count()).toBe(0);
      expect(await isShow(page)).toBe(false);
    },
  );

  it('the popup comes at the second try', async () => {
    stage.role = 'dropped';
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't', locale: 'en' })");
    await page.clock.runFor(10_500);
    stage.role = 'popup';
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.clock.resume();
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toEqual([{ name: 'POINTS_AUTHENTICATED', result: SUCCESS }]);
  });

  it.each(['the dialog', 'the frame'])('the page removes %s: 2002', async (what) => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await popupOf(page);
    await page.locator(what === 'the frame' ? 'iframe' : 'dialog').evaluate((element) => element.remove());
    expect(await codeOfOne(page)).toBe('2002');
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
    await eventually(() => page.locator('dialog').count()).toBe(0);
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
    stage.release();
    await eventually(() => page.locator('dialog').count()).toBe(0);
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
        if (when === 'while it loads') await page.waitForSelector('iframe');
        else await popupOf(page);
        if (when === 'when the page has removed it') {
          await page.evaluate("document.querySelector('dialog').remove(), api.forceClose()");
        } else await page.evaluate('api.forceClose()');
      }
      if (when === 'twice') await page.evaluate('api.forceClose()');
      expect(await isShow(page)).toBe(false);
      expect(await page.locator('iframe').filter({ visible: true }).count()).toBe(0);
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
    await page.clock.runFor(1_500);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('after each outcome the same instance shows again', async () => {
    const page = await stage.page();
    await makeApi(page);
    for (const message of [authenticated(), failed({ errorCode: '2002' }), authenticated()]) {
      await page.evaluate("api.show({ mctTrToken: 't' + told.length })");
      const popup = await popupOf(page);
      expect(await popup.evaluate('heard[0].message.mctTrToken')).toBe(`t${(await told(page)).length}`);
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
    await eventually(() => page.locator('dialog').count()).toBe(0);
    expect((await told(page)).length).toBe(1);
  });
});
