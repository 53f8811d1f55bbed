import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authenticated, codeOfOne, failed, isShow, makeApi, told, useStage } from './stage';

const stage = useStage();

const MESSAGES = 10_000;
const CHUNK = 2_500;
const SEED = 20_261_129;

/** A third site, whose page is in a frame of the merchant's. */
const stranger = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>stranger</title>'),
);
beforeAll(() => new Promise<void>((done) => stranger.listen(0, '127.0.0.2', done)));
afterAll(() => {
  stranger.close();
  stranger.closeAllConnections();
});

const word = fc.constantFrom('READY', 'AUTHENTICATED', 'FAILED', 'PREPARE', 'OPEN', 'CLOSE', '__proto__', 'toString');
const noObject = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
/** Anything that JSON can say, with the names that the script reads where they may be. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.record({ type: fc.oneof(word, fc.jsonValue()), result: fc.jsonValue() }, { requiredKeys: [] }),
  fc.record({ type: word, result: fc.record({ errorObject: fc.jsonValue() }, { requiredKeys: [] }) }),
);
const raw = fc.oneof(
  anything.map((value) => JSON.stringify(value)),
  // Cut short, or followed by something.
  fc.tuple(anything, fc.nat(40)).map(([value, end]) => JSON.stringify(value).slice(0, end)),
  fc.tuple(anything, fc.string()).map(([value, more]) => JSON.stringify(value) + more),
  fc.string(),
  anything,
);
/** What a stranger may say also when it is well-formed. */
const wellFormed = fc.constantFrom({ type: 'READY' }, authenticated(), failed({ errorCode: '9999' }));
const fromStrangers = fc.oneof(
  raw,
  wellFormed.map((value) => JSON.stringify(value)),
);

/** What the popup never says: each has a shape that is none of the three. */
const wrongShapes = fc.oneof(
  fc.record({
    type: fc.string().filter((type) => !/^(READY|AUTHENTICATED|FAILED)$/.test(type)),
    result: fc.jsonValue(),
  }),
  fc.record({ type: noObject.filter((type) => typeof type !== 'string'), result: fc.object() }),
  fc.record({ type: fc.constant('AUTHENTICATED'), result: noObject }),
  fc.record({ type: fc.constant('FAILED'), result: noObject }),
  fc.record({ type: fc.constant('FAILED'), result: fc.record({ errorObject: noObject }) }),
  fc.record({ type: fc.constant('FAILED'), result: fc.record({ errorCode: fc.string() }) }),
  fc.array(fc.jsonValue()),
  noObject,
);
const fromThePopup = fc.oneof(
  wrongShapes.map((value) => JSON.stringify(value)),
  fc.tuple(wrongShapes, fc.nat(20)).map(([value, end]) => JSON.stringify(value).slice(0, end)),
  fc.string().filter((text) => !text.includes('{')),
  wrongShapes,
);

/** A layer whose popup has loaded and said nothing yet. */
async function openLayer(): Promise<Page> {
  stage.role = 'silent';
  stage.body = `<iframe id="stranger" src="http://127.0.0.2:${(stranger.address() as AddressInfo).port}/"></iframe>`;
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate(
    "arrived = 0; addEventListener('message', () => { arrived += 1 }); api.show({ mctTrToken: 't' })",
  );
  await page.getByRole('alert').waitFor();
  return page;
}

async function frameOf(page: Page, selector: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(selector, { state: 'attached' })).contentFrame();
  if (!frame) throw new Error(`Expected a frame: ${selector}`);
  await frame.waitForLoadState();
  return frame;
}

/** Sends all of it from a frame to the page, and waits until the page has got it. */
async function send(page: Page, from: Frame, messages: unknown[]): Promise<void> {
  for (let start = 0; start < messages.length; start += CHUNK) {
    const chunk = messages.slice(start, start + CHUNK);
    await from.evaluate((all) => {
      for (const one of all) parent.postMessage(one, '*');
    }, chunk);
    await page.waitForFunction(`arrived >= ${start + chunk.length}`);
  }
  expect(await page.evaluate('arrived')).toBe(messages.length);
}

it.each([
  ['a stranger', '#stranger', fromStrangers],
  ['the popup, with shapes that are none', 'dialog iframe', fromThePopup],
])(
  '10,000 messages of %s (fuzzed) are read by nobody, throw nothing and trap nobody',
  async (_who, selector, message) => {
    const page = await openLayer();
    const frame = await frameOf(page, selector);
    await send(page, frame, fc.sample(message as fc.Arbitrary<unknown>, { seed: SEED, numRuns: MESSAGES }));
    expect(stage.thrown).toEqual([]);
    expect(await told(page)).toEqual([]);
    expect(await isShow(page)).toBe(true);
    expect(await page.locator('dialog iframe').isVisible()).toBe(false);
    await page.getByRole('button', { name: '닫기' }).click();
    expect(await codeOfOne(page)).toBe('4001');
  },
);
