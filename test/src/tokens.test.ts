import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { codeOfOne, isShow, layerOf, makeApi, told, useStage } from './stage';

/** What is passed as a token and is none: every `show()` still ends in exactly one outcome. */
const stage = useStage();

/** What a promise of a token may take. */
const TOKEN_TIMEOUT_MS = 30_000;

/**
 * On a page whose time stands still: a new `api` is shown with these params, and ends; what its one outcome says, as
 * `code detail`.
 */
async function outcomeOf(page: Page, params: string): Promise<string> {
  await makeApi(page);
  expect(await page.evaluate(`api.show(${params}), told.length`), params).toBe(0);
  // The next tasks: no more than the time that browsers give to a timer without any.
  await page.clock.runFor(2);
  const code = await codeOfOne(page);
  await page.clock.runFor(TOKEN_TIMEOUT_MS + 1_000);
  const events = await told(page);
  expect(events, params).toHaveLength(1);
  expect(await isShow(page), params).toBe(false);
  expect(await layerOf(page).count(), params).toBe(0);
  expect(stage.thrown, params).toEqual([]);
  return `${code} ${events[0]?.result.errorObject?.errorDetailMessage}`;
}

/** What each of these params ends in, one after the other on one page. */
async function outcomesOf(all: string[]): Promise<Record<string, string>> {
  const page = await stage.page({ clock: true });
  const outcomes: Record<string, string> = {};
  for (const params of all) outcomes[params] = await outcomeOf(page, params);
  return outcomes;
}

it.each([
  ['7', 'number'],
  ['true', 'boolean'],
  ['{}', 'object'],
  ["{ merchantTrToken: 'secret' }", 'an object: pass its merchantTrToken'],
  ["['secret']", 'object'],
  ["() => 'secret'", 'function'],
  ["Symbol('secret')", 'symbol'],
  ['7n', 'bigint'],
  ["new String('secret')", 'object'],
])('the token %s, also promised, ends in 1000 that says what it is: %s', async (value, description) => {
  const says = (name: string) => `1000 ${name}: expected a string, got ${description}`;
  const expected = {
    [`{ mctTrToken: ${value} }`]: says('mctTrToken'),
    [`{ mctTrToken: 't', userAuthToken: ${value} }`]: says('userAuthToken'),
    [`{ mctTrToken: Promise.resolve(${value}) }`]: says('mctTrToken'),
    [`{ mctTrToken: 't', userAuthToken: Promise.resolve(${value}) }`]: says('userAuthToken'),
  };
  expect(await outcomesOf(Object.keys(expected))).toEqual(expected);
});

it('no mctTrToken ends in 1000 that says where to pass it', async () => {
  const nothing = ['undefined', 'null', "''", 'Promise.resolve()', 'Promise.resolve(null)', "Promise.resolve('')"];
  const says = '1000 No mctTrToken: pass it to setParams or show';
  const expected = Object.fromEntries(nothing.map((value) => [`{ mctTrToken: ${value} }`, says]));
  expect(await outcomesOf(Object.keys(expected))).toEqual(expected);
});

describe('a promise of a token', () => {
  it('that is rejected ends in 4001 with its reason', async () => {
    const reasons: [string, string][] = [
      ["Promise.reject(new Error('no network'))", 'no network'],
      ["Promise.reject('text')", 'text'],
      ['Promise.reject()', 'undefined'],
      ['Promise.reject(null)', 'null'],
      ["Promise.reject({ message: 'an object’s' })", 'an object’s'],
      ["{ then() { throw new TypeError('thrown') } }", 'thrown'],
      ["{ get then() { throw new Error('in a getter') } }", 'in a getter'],
      ["{ then(_done, fail) { fail('at once'); fail('again'); throw 'too late' } }", 'at once'],
      ["{ then(_done, fail) { setTimeout(() => { fail('later'); _done('t') }, 0) } }", 'later'],
      ["Promise.reject(new Error('x'.repeat(1000)))", 'x'.repeat(200)],
    ];
    const expected = Object.fromEntries([
      ...reasons.map(([value, reason]) => [`{ mctTrToken: ${value} }`, `4001 mctTrToken was rejected: ${reason}`]),
      ["{ mctTrToken: 't', userAuthToken: Promise.reject('expired') }", '4001 userAuthToken was rejected: expired'],
    ]);
    expect(await outcomesOf(Object.keys(expected))).toEqual(expected);
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
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toBe('No token within 30 s');
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
});
