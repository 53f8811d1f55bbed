import { describe, expect, it } from 'vitest';
import { authenticated, eventually, heardBy, isShow, layerOf, makeApi, popupOf, say, told, useStage } from './stage';

/** Tokens that come later than `show()`, or before it. */
const stage = useStage();

/** What the popup has heard last, besides the language. */
const lastHeard = 'heard.at(-1).message.mctTrToken + " " + heard.at(-1).message.userAuthToken';
/** Promises that a test settles: `settle.a('token')`. */
const PROMISES = `
  settle = {}; promised = {};
  for (const name of ['a', 'b']) promised[name] = new Promise((done) => { settle[name] = done });
  undefined;
`;

describe('a token that is only promised', () => {
  it('lets the layer open at once, and reaches the popup when it settles', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(PROMISES);
    expect(
      await page.evaluate('api.show({ mctTrToken: promised.a }), document.querySelectorAll("dialog[open]").length'),
    ).toBe(1);
    const popup = await popupOf(page);
    expect(await popup.evaluate(lastHeard)).toBe('undefined undefined');
    await page.evaluate("settle.a('late')");
    await eventually(() => popup.evaluate(lastHeard)).toMatch(/^late /);
    expect(await isShow(page)).toBe(true);
    await say(popup, authenticated());
    await eventually(() => told(page)).toHaveLength(1);
  });

  it('of the user is waited for as well', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(PROMISES);
    await page.evaluate("api.show({ mctTrToken: 't', userAuthToken: promised.a })");
    const popup = await popupOf(page);
    expect(await popup.evaluate(lastHeard)).toBe('undefined undefined');
    await page.evaluate("settle.a('user')");
    await eventually(() => popup.evaluate(lastHeard)).toBe('t user');
  });

  it.each([
    ['that calls back at once', "{ then(done) { done('t') } }"],
    ['that calls back twice', "{ then(done) { done('t'); done('other') } }"],
    ['that calls back, then fails', "{ then(done, fail) { done('t'); fail('no'); throw 'no' } }"],
    ['that is a function', "Object.assign(() => {}, { then(done) { setTimeout(() => done('t'), 0) } })"],
    ['of a promise', "Promise.resolve(Promise.resolve('t'))"],
  ])('%s counts once', async (_how, given) => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(`api.show({ mctTrToken: ${given} })`);
    const popup = await popupOf(page);
    await eventually(() => popup.evaluate(lastHeard)).toMatch(/^t /);
    expect(await popup.evaluate('heard.map(({ message }) => message.mctTrToken)')).not.toContain('other');
    await say(popup, authenticated());
    await eventually(() => told(page)).toHaveLength(1);
    expect(stage.thrown).toEqual([]);
  });

  it('that settles after forceClose() has no effect', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(PROMISES);
    await page.evaluate("api.show({ mctTrToken: promised.a }), api.forceClose(), settle.a('late')");
    await page.clock.runFor(40_000);
    expect(await told(page)).toEqual([]);
    expect(await isShow(page)).toBe(false);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('of an earlier show() does not reach the popup of a later one', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(PROMISES);
    await page.evaluate('api.show({ mctTrToken: promised.a }), api.forceClose(), api.show({ mctTrToken: promised.b })');
    const popup = await popupOf(page);
    await page.evaluate("settle.a('early')");
    await page.evaluate("settle.b('late')");
    await eventually(() => popup.evaluate(lastHeard)).toMatch(/^late /);
    expect(await popup.evaluate('heard.map(({ message }) => message.mctTrToken)')).not.toContain('early');
  });

  it('that closes the layer while it is asked leaves none open', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate('api.show({ mctTrToken: { then() { api.forceClose() } } })');
    expect(await isShow(page)).toBe(false);
    expect(await layerOf(page).count()).toBe(0);
    await page.clock.runFor(40_000);
    expect(await told(page)).toEqual([]);
  });
});

describe('a promise that the constructor gets', () => {
  it('prepares the popup at once, and its first screen when it settles; show() does not wait for it again', async () => {
    const page = await stage.page();
    await page.evaluate(PROMISES);
    await page.evaluate(`
      asked = 0; told = [];
      token = { then(done, fail) { asked += 1; return promised.a.then(done, fail); } };
      api = new OKcashbagAPI(token);
      api.on((name, result) => told.push({ name, result }));
    `);
    const popup = await popupOf(page, 'PREPARE');
    expect(await popup.evaluate(lastHeard)).toBe('undefined undefined');
    await page.evaluate("settle.a('token')");
    await eventually(() => popup.evaluate(lastHeard)).toMatch(/^token /);
    await page.evaluate('api.show()');
    await eventually(() => heardBy(popup)).toEqual(['PREPARE', 'PREPARE', 'OPEN']);
    expect(await popup.evaluate(lastHeard)).toMatch(/^token /);
    expect(await page.evaluate('asked')).toBe(1);
    await say(popup, authenticated());
    await eventually(() => told(page)).toHaveLength(1);
  });

  it('that is rejected has no effect before show()', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.setParams({ mctTrToken: Promise.reject(new Error('expired')) })");
    await popupOf(page, 'PREPARE');
    expect(await told(page)).toEqual([]);
    await page.evaluate("api.show({ mctTrToken: 'other' })");
    const popup = await popupOf(page);
    expect(await popup.evaluate(lastHeard)).toMatch(/^other /);
  });
});
