import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { authenticated, codeOfOne, eventually, failed, isShow, makeApi, popupOf, say, told, useStage } from './stage';

const stage = useStage();

/** Makes `api` end with this failure, or with points, without a shopper. */
async function finish(page: Page, errorCode?: string): Promise<void> {
  await page.evaluate("api.show({ mctTrToken: 't' })");
  const message = errorCode ? failed({ errorCode }) : authenticated();
  await say(await popupOf(page), message);
  await eventually(() => isShow(page)).toBe(false);
}

describe('listeners', () => {
  it('hear their event, also under its name with spaces, or every event', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(`
      heard = [];
      api.on('POINTS AUTHENTICATED', (...given) => heard.push(['spaces', given.length]));
      api.on('POINTS_AUTH_FAILED', (...given) => heard.push(['failed', given.length]));
      api.on('POINTS AUTH FAILED', (...given) => heard.push(['failed, spaces', given.length]));
      api.on((...given) => heard.push(['all', given.length, given[0]]));
    `);
    await finish(page);
    await expect
      .poll(() => page.evaluate('heard'))
      .toEqual([
        ['spaces', 1],
        ['all', 2, 'POINTS_AUTHENTICATED'],
      ]);
    await page.evaluate('heard = []');
    await finish(page, '9000');
    await expect
      .poll(() => page.evaluate('heard'))
      .toEqual([
        ['failed', 1],
        ['failed, spaces', 1],
        ['all', 2, 'POINTS_AUTH_FAILED'],
      ]);
  });

  it.each([
    ["api.off('POINTS_AUTH_FAILED', one)", ['two', 'any']],
    ["api.off('POINTS_AUTHENTICATED', one)", ['one', 'two', 'any']],
    ['api.off(any)', ['one', 'two']],
  ])('%s leaves %j', async (off, left) => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(`
      heard = [];
      one = () => heard.push('one'); two = () => heard.push('two'); any = () => heard.push('any');
      api.on('POINTS_AUTH_FAILED', one); api.on('POINTS_AUTH_FAILED', two); api.on(any);
      ${off};
      api.show();
    `);
    await page.clock.runFor(1_000);
    expect(await page.evaluate('heard')).toEqual(left);
  });

  it('that throw keep nothing from the others, and onerror sees every error', async () => {
    const page = await stage.page();
    await page.evaluate(`
      api = new OKcashbagAPI();
      api.on(() => { throw Error('first') });
      api.on('POINTS_AUTH_FAILED', () => { throw Error('second') });
    `);
    await page.evaluate('told = []; api.on((name, result) => told.push({ name, result })); api.show()');
    expect(await codeOfOne(page)).toBe('1000');
    expect(stage.thrown).toEqual(['first', 'second']);
  });

  it('are told once where a library adds methods to every array', async () => {
    const page = await stage.page();
    await page.evaluate('Array.prototype.each = function () { throw Error("called") }');
    await makeApi(page);
    await page.evaluate('other = () => {}; api.on(other); api.off(other); api.show()');
    expect(await codeOfOne(page)).toBe('1000');
    expect(stage.thrown).toEqual([]);
  });

  it('may take each other away while they are told', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(`
      heard = [];
      const last = () => heard.push('last');
      api.on(() => { heard.push('first'); api.off(last); api.forceClose(); });
      api.on(last);
      api.show();
    `);
    await eventually(() => page.evaluate('heard')).toEqual(['first', 'last']);
  });
});

describe('arguments', () => {
  it.each([
    "api.on('POINTS', () => {})",
    'api.on(null, 7)',
    'api.setParams({ mctTrToken: 5 })',
    'api.setParams({ locale: [] })',
  ])('%s breaks nothing', async (call) => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(call);
    await page.evaluate("api.forceClose(), told.length = 0, api.show({ mctTrToken: 't', locale: 'ko' })");
    await say(await popupOf(page), authenticated());
    await eventually(() => told(page)).toHaveLength(1);
  });

  it.each(['undefined', 'null', "'token'", '7', '{}', 'new MouseEvent("click")', '{ mctTrToken: null, other: 1 }'])(
    'show(%s) without a token is 1000',
    async (params) => {
      const page = await stage.page();
      await makeApi(page);
      await page.evaluate(`api.setParams(${params}), api.show(${params})`);
      expect(await codeOfOne(page)).toBe('1000');
    },
  );

  it('of the constructor, setParams and show add up; what is not given stays, an empty string takes it back', async () => {
    const page = await stage.page();
    await makeApi(page, 'a', 'user');
    await page.evaluate("api.setParams({ mctTrToken: 'b' }), api.show()");
    const popup = await popupOf(page);
    expect(await popup.evaluate('heard.at(-1).message')).toEqual({
      type: 'OPEN',
      mctTrToken: 'b',
      userAuthToken: 'user',
    });
    await page.evaluate("api.forceClose(); api.show({ userAuthToken: '' })");
    expect(await (await popupOf(page)).evaluate('heard.at(-1).message.userAuthToken || "none"')).toBe('none');
  });
});

it('a second show() is ignored, with its params', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 'first' }), api.show({ mctTrToken: 'second' })");
  const popup = await popupOf(page);
  expect(await popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('first');
  await say(popup, authenticated());
  await eventually(() => told(page)).toHaveLength(1);
});

describe('two instances', () => {
  it('each tell their own listeners', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate('other = new OKcashbagAPI(); otherTold = []; other.on((name) => otherTold.push(name))');
    await finish(page);
    await page.evaluate("other.show({ mctTrToken: 'other' })");
    await say(await popupOf(page), failed({ errorCode: '2002' }));
    await eventually(() => page.evaluate('otherTold')).toEqual(['POINTS_AUTH_FAILED']);
    expect((await told(page)).map(({ name }) => name)).toEqual(['POINTS_AUTHENTICATED']);
  });

  it('shown at once: the later takes the place, the earlier hears 2002', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("other = new OKcashbagAPI(); api.show({ mctTrToken: 'a' }), other.show({ mctTrToken: 'b' })");
    expect(await codeOfOne(page)).toBe('2002');
    expect(await page.evaluate('[api.isShow(), other.isShow()]')).toEqual([false, true]);
    expect(await (await popupOf(page)).evaluate('heard.at(-1).message.mctTrToken')).toBe('b');
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('hidden');
    await page.evaluate('other.forceClose()');
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
  });

  it('with tokens: the page holds one prepared popup, with what was asked for last', async () => {
    const page = await stage.page();
    await makeApi(page, 'a');
    await popupOf(page, 'PREPARE');
    await page.evaluate("other = new OKcashbagAPI('b')");
    const popup = await popupOf(page, 'PREPARE');
    await eventually(() => popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('b');
    expect(await page.locator('iframe').count()).toBe(1);
    await page.evaluate('api.show()');
    expect(await (await popupOf(page)).evaluate('heard.at(-1).message.mctTrToken')).toBe('a');
  });

  it('the later does not prepare its popup in place of a layer that is open', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 'a' }); other = new OKcashbagAPI('b')");
    const popup = await popupOf(page);
    await page.clock.runFor(1_000);
    expect(await page.evaluate('[api.isShow(), document.querySelectorAll("iframe").length]')).toEqual([true, 1]);
    await say(popup, authenticated());
    await page.clock.runFor(1_000);
    expect((await told(page)).map(({ name }) => name)).toEqual(['POINTS_AUTHENTICATED']);
  });
});
