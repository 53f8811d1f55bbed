import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { authenticated, eventually, failed, layerOf, popupOf, say, useStage } from '../src/stage';
import { bundleReactPage } from './react-bundle';

describe.each([18, 19] as const)('useOKcashbag with React %i in strict mode', (version) => {
  const stage = useStage();
  let script: string;
  beforeAll(async () => {
    await ensureBuild();
    script = await bundleReactPage(version);
  }, 60_000);

  /** The page, without a tag of the script; `token` is an expression. */
  async function open({ token, path = '/js/okcashbagapi.js' }: { token: string; path?: string }) {
    stage.document = '<!doctype html><html lang="ko"><meta charset="utf-8"><title>shop</title><body></body></html>';
    const page = await stage.page();
    await page.evaluate(`asked = 0; page = { src: ${JSON.stringify(stage.front + path)}, token: ${token} }; undefined`);
    await page.addScriptTag({ content: script });
    return page;
  }
  type Page = Awaited<ReturnType<typeof open>>;
  const told = (page: Page) => page.evaluate('told');
  const stateIs = (page: Page, text: string) => eventually(() => page.locator('output').textContent()).toBe(text);
  const pay = (page: Page) => page.locator('#show').dispatchEvent('click');
  const COUNTED = '() => { asked += 1; return Promise.resolve("token " + asked) }';

  it('opens one layer with one token, tells points, and asks for another the next time', async () => {
    const page = await open({ token: COUNTED });
    await popupOf(page, 'PREPARE');
    expect(await page.evaluate('asked')).toBe(0);
    await stateIs(page, 'idle');
    await pay(page);
    const popup = await popupOf(page);
    await stateIs(page, 'pending');
    expect(await layerOf(page).count()).toBe(1);
    await eventually(() => popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('token 1');
    await say(popup, authenticated());
    await stateIs(page, 'idle');
    expect(await told(page)).toEqual([['first', 3_000]]);
    await pay(page);
    const again = await popupOf(page);
    await eventually(() => again.evaluate('heard.at(-1).message.mctTrToken')).toBe('token 2');
  });

  it.each(['"known"', 'Promise.resolve("known")'])('prepares the first screen with a token: %s', async (token) => {
    const page = await open({ token });
    const popup = await popupOf(page, 'PREPARE');
    await eventually(() => popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('known');
  });

  it('tells why it failed, to the callbacks of the latest rendering', async () => {
    const page = await open({ token: '"token"' });
    await pay(page);
    const popup = await popupOf(page);
    await page.evaluate('rename("second")');
    await say(popup, failed({ errorCode: '2203', errorMessage: '', errorDetailMessage: '' }));
    await stateIs(page, '2203');
    expect(await told(page)).toEqual([['second', '2203']]);
  });

  it('opens the layer when the script comes, if the shopper was quicker', async () => {
    const page = await open({ token: COUNTED });
    const press = 'document.querySelector("#show").click()';
    await page.locator('#show').waitFor();
    await page.evaluate(`${press}, ${press}`);
    await popupOf(page);
    expect(await page.evaluate('asked')).toBe(1);
  });

  it('a token that cannot be had is 4001', async () => {
    const page = await open({ token: '() => { throw new Error("sold out") }' });
    await pay(page);
    await stateIs(page, '4001');
    expect(await told(page)).toEqual([['first', '4001']]);
  });

  it('a script that cannot be loaded is 4001, told when the shopper wants to pay', async () => {
    const page = await open({ token: COUNTED, path: '/nothing/okcashbagapi.css' });
    await stateIs(page, 'idle');
    await pay(page);
    await stateIs(page, '4001');
    expect(await told(page)).toEqual([['first', '4001']]);
    expect(stage.thrown).toEqual([]);
  });

  it('closes the layer when the component goes, and tells nobody', async () => {
    const page = await open({ token: '"token"' });
    await pay(page);
    await popupOf(page);
    await page.evaluate('leave()');
    await eventually(() => layerOf(page).count()).toBe(0);
    expect(await told(page)).toEqual([]);
  });
});
