import { describe, expect, it } from 'vitest';
import { authenticated, codeOfOne, isShow, layerOf, makeApi, popupOf, say, told, useStage } from './stage';

/** Promises of tokens that a merchant rejects; `tokens.test.ts` has the usual reasons. */
const stage = useStage();

/** Counts rejections that nobody hears. */
const COUNT_UNHEARD = "unheard = 0; addEventListener('unhandledrejection', () => { unheard += 1 })";

describe.each([
  ["Symbol('no basket')", 'Symbol(no basket)'],
  ['Object.create(null)', ''],
  ["{ get message() { throw 'no' } }", ''],
])('a token that is rejected with %s', (reason, words) => {
  it.each([
    ['by a promise', `Promise.reject(${reason})`],
    ['by a thenable, at once', `{ then(_done, fail) { fail(${reason}) } }`],
    ['by a thenable that throws it', `{ then() { throw ${reason} } }`],
  ])('%s is 4001 at once, with its reason', async (_how, given) => {
    // No time passes: nothing is waited for.
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(COUNT_UNHEARD);
    await page.evaluate(`api.show({ mctTrToken: ${given} })`);
    await page.clock.runFor(1);
    expect(await codeOfOne(page)).toBe('4001');
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe(`mctTrToken was rejected: ${words}`);
    expect(await isShow(page)).toBe(false);
    expect(await layerOf(page).count()).toBe(0);
    expect(await page.evaluate('unheard')).toBe(0);
    expect(stage.thrown).toEqual([]);
  });
});

it('a userAuthToken that is rejected while the mctTrToken is pending is reported', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate(COUNT_UNHEARD);
  await page.evaluate("api.show({ mctTrToken: new Promise(() => {}), userAuthToken: Promise.reject('unknown') })");
  expect(await codeOfOne(page)).toBe('4001');
  expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe('userAuthToken was rejected: unknown');
  expect(await page.evaluate('unheard')).toBe(0);
});

it('of two tokens that are both rejected, one is the outcome', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate(COUNT_UNHEARD);
  await page.evaluate("api.show({ mctTrToken: Promise.reject('a'), userAuthToken: Promise.reject('b') })");
  expect(await codeOfOne(page)).toBe('4001');
  await page.evaluate("api.show({ mctTrToken: 't', userAuthToken: '' })");
  await say(await popupOf(page), authenticated());
  await expect.poll(() => told(page)).toHaveLength(2);
  expect((await told(page)).map(({ name }) => name)).toEqual(['POINTS_AUTH_FAILED', 'POINTS_AUTHENTICATED']);
  expect(await page.evaluate('unheard')).toBe(0);
});
