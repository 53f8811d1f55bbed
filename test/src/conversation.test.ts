import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authenticated, eventually, failed, heardBy, isShow, makeApi, popupOf, say, told, useStage } from './stage';

const EVERYTHING = [
  ...[
    { type: 'READY' },
    authenticated(),
    failed({ errorCode: '9999', errorMessage: '', errorDetailMessage: '' }),
    { type: 'CLOSED' },
    { type: 'constructor' },
    {},
  ].map((message) => JSON.stringify(message)),
  '{',
  'null',
  'hello',
];
const ATTACK = `${JSON.stringify(EVERYTHING)}.forEach((one) => target.postMessage(one, '*'))`;

const stage = useStage();

/** A third site: its page attacks the page around it, and writes down what it is sent. */
const stranger = createServer((_request, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<script>got = []; onmessage = (event) => got.push(event.data); target = parent</script>'),
);
let strangerUrl = '';
beforeAll(async () => {
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.2', done));
  strangerUrl = `http://127.0.0.2:${(stranger.address() as AddressInfo).port}/`;
});
afterAll(() => {
  stranger.close();
  stranger.closeAllConnections();
});

it('other frames, the page itself and windows that it opened can say what they like', async () => {
  stage.body = `<iframe id="stranger" src="${strangerUrl}"></iframe><iframe id="same" src="${stage.front}/popup/x/ko"></iframe>`;
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 'secret' })");
  const popup = await popupOf(page);
  const frameOf = async (name: string) => (await (await page.waitForSelector(name)).contentFrame()) as Frame;
  const attacker = await frameOf('#stranger');
  const other = await frameOf('#same');
  await attacker.evaluate(ATTACK);
  await other.evaluate(`target = parent; ${ATTACK}`);
  await page.evaluate(`target = window; ${ATTACK}`);
  // Messages come in order: after the popup's own, everything before it has been heard.
  const heard = (await heardBy(popup)).length;
  await say(popup, { type: 'READY' });
  await eventually(async () => (await heardBy(popup)).length).toBe(heard + 1);
  expect((await heardBy(popup)).at(-1)).toBe('OPEN');
  expect(await isShow(page)).toBe(true);
  expect(await told(page)).toEqual([]);
  expect(await attacker.evaluate('got')).toEqual([]);
  expect(await other.evaluate('heard')).toEqual([]);
  expect(stage.thrown).toEqual([]);
});

it('a stranger in the place of the popup is told nothing and believed nothing', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 'secret' })");
  const popup = await popupOf(page);
  await popup.evaluate((url) => {
    location.href = url;
  }, strangerUrl);
  await popup.waitForURL(strangerUrl);
  await popup.evaluate(ATTACK);
  await page.evaluate('api.setParams({})');
  expect(await isShow(page)).toBe(true);
  await page.evaluate('api.forceClose()');
  await eventually(() => page.locator('dialog').count()).toBe(0);
  expect(await told(page)).toEqual([]);
  expect(stage.thrown).toEqual([]);
});

it('tokens are in no address, and go to the front server’s origin only', async () => {
  const page = await stage.page();
  await makeApi(page, 'secret-token', 'secret-user');
  const popup = await popupOf(page, 'PREPARE');
  await page.evaluate('api.show()');
  await eventually(() => heardBy(popup)).toEqual(['PREPARE', 'OPEN']);
  expect(await popup.evaluate('heard.map((one) => one.origin)')).toEqual([stage.shop, stage.shop]);
  expect(stage.asked.join()).not.toContain('secret');
  expect(await page.evaluate('document.documentElement.outerHTML')).not.toContain('secret');
});

it('nonsense from the popup itself is no outcome', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 't' })");
  const popup = await popupOf(page);
  await popup.evaluate(`for (const one of ['', 7, null, {}, '{', 'null', '{}']) parent.postMessage(one, '*')`);
  await popup.evaluate(
    `say({ type: 'HELLO' }), say({ type: 'CLOSED' }), say({ type: 'AUTHENTICATED' }), say({ type: 'FAILED' })`,
  );
  const heard = (await heardBy(popup)).length;
  await say(popup, { type: 'READY' });
  await eventually(async () => (await heardBy(popup)).length).toBe(heard + 1);
  expect((await heardBy(popup)).at(-1)).toBe('OPEN');
  expect(await isShow(page)).toBe(true);
  expect(await told(page)).toEqual([]);
  expect(stage.thrown).toEqual([]);
});

it('a popup that loads again is opened again', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 't' })");
  await (await popupOf(page)).evaluate('location.reload()');
  const popup = await popupOf(page);
  await eventually(() => heardBy(popup)).toEqual(['OPEN']);
  await say(popup, authenticated());
  await eventually(() => told(page)).toHaveLength(1);
});
