import { describe, expect, it } from 'vitest';
import { codeOfOne, isShow, layerOf, makeApi, told, useStage } from './stage';

/** What is passed as a token and is none: every `show()` still ends in exactly one outcome. */
const stage = useStage();

/** What a promise of a token may take. */
const TOKEN_TIMEOUT_MS = 30_000;

describe.each([
  ['7', 'a number'],
  ['true', 'a boolean'],
  ['{}', 'an object'],
  ["{ merchantTrToken: 'secret' }", 'an object with merchantTrToken: pass its merchantTrToken'],
  ["['secret']", 'an object'],
  ["() => 'secret'", 'a function'],
  ["Symbol('secret')", 'a symbol'],
  ['7n', 'a bigint'],
  ["new String('secret')", 'an object'],
])('the token %s', (value, description) => {
  it.each([
    ['mctTrToken', value],
    ['userAuthToken', value],
    ['mctTrToken', `Promise.resolve(${value})`],
    ['userAuthToken', `Promise.resolve(${value})`],
  ])('ends in 1000 that says what it is: %s = %s', async (name, given) => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    expect(await page.evaluate(`api.show({ mctTrToken: 't', ${name}: ${given} }), told.length`)).toBe(0);
    // The next task: no more than the time that browsers give to a timer without any.
    await page.clock.runFor(1);
    expect(await codeOfOne(page)).toBe('1000');
    await page.clock.runFor(TOKEN_TIMEOUT_MS + 1_000);
    expect((await told(page)).map(({ result }) => result.errorObject?.errorDetailMessage)).toEqual([
      `${name}: expected a string, got ${description}`,
    ]);
    expect(await isShow(page)).toBe(false);
    expect(await layerOf(page).count()).toBe(0);
    expect(stage.thrown).toEqual([]);
  });
});

it.each(['undefined', 'null', "''", 'Promise.resolve()', 'Promise.resolve(null)', "Promise.resolve('')"])(
  'no mctTrToken (%s) ends in 1000 that says where to pass it',
  async (given) => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(`api.show({ mctTrToken: ${given} })`);
    await page.clock.runFor(1);
    expect(await codeOfOne(page)).toBe('1000');
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe(
      'No mctTrToken: pass it to the constructor, setParams or show',
    );
    expect(await layerOf(page).count()).toBe(0);
  },
);

describe('a promise of a token', () => {
  it.each([
    ["Promise.reject(new Error('no network'))", 'no network'],
    ["Promise.reject('text')", 'text'],
    ['Promise.reject()', 'undefined'],
    ['Promise.reject(null)', 'null'],
    ["Promise.reject({ message: 'an object’s' })", 'an object’s'],
    ["{ then() { throw new TypeError('thrown') } }", 'thrown'],
    ["{ get then() { throw new Error('in a getter') } }", 'in a getter'],
    ["{ then(_done, fail) { fail('at once'); fail('again'); throw 'too late' } }", 'at once'],
    ["{ then(_done, fail) { setTimeout(() => { fail('later'); _done('t') }, 0) } }", 'later'],
    ["Promise.reject(new Error('x'.repeat(1000)))", 'x'.repeat(256 - 'mctTrToken was rejected: '.length)],
  ])('that is rejected ends in 4001 with its reason: %s', async (given, reason) => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(`api.show({ mctTrToken: ${given} })`);
    await page.clock.runFor(10);
    expect(await codeOfOne(page)).toBe('4001');
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe(`mctTrToken was rejected: ${reason}`);
    await page.clock.runFor(TOKEN_TIMEOUT_MS + 1_000);
    expect(await told(page)).toHaveLength(1);
    expect(await layerOf(page).count()).toBe(0);
    expect(stage.thrown).toEqual([]);
  });

  it.each(['mctTrToken', 'userAuthToken'])('of %s that never settles ends in 4001 after 30 s', async (name) => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate(`api.show({ mctTrToken: 't', ${name}: new Promise(() => {}) })`);
    await page.clock.runFor(TOKEN_TIMEOUT_MS - 100);
    expect(await told(page)).toEqual([]);
    expect(await isShow(page)).toBe(true);
    await page.clock.runFor(200);
    expect(await codeOfOne(page)).toBe('4001');
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe('No token within 30000 ms');
    expect(await layerOf(page).count()).toBe(0);
  });

  it('that is rejected with what cannot be read as text ends in 4001 after 30 s', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: Promise.reject(Symbol('s')) })");
    await page.clock.runFor(TOKEN_TIMEOUT_MS + 100);
    expect(await codeOfOne(page)).toBe('4001');
    expect(await layerOf(page).count()).toBe(0);
  });

  it('of userAuthToken that is rejected ends in 4001 with its reason', async () => {
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't', userAuthToken: Promise.reject('expired') })");
    await page.clock.runFor(10);
    expect(await codeOfOne(page)).toBe('4001');
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe('userAuthToken was rejected: expired');
  });
});
