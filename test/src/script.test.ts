import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventually, layerOf, makeApi, popupOf, told, useStage } from './stage';

const stage = useStage();

describe('the script', () => {
  it('included twice: the first stays, its instances go on', async () => {
    stage.head = `<script>first = new OKcashbagAPI('t'); constructor = OKcashbagAPI</script><script src="${stage.front}/js/okcashbagapi.js"></script>`;
    const page = await stage.page();
    expect(await page.evaluate('constructor === OKcashbagAPI && first instanceof OKcashbagAPI')).toBe(true);
    await page.evaluate('first.show()');
    await popupOf(page);
  });

  it('takes its place from an element with its name, beside module systems, with async, and injected', async () => {
    stage.head = `<script>define = () => {}; define.amd = true; module = { exports: {} }; exports = module.exports</script>
      <script id="OKcashbagAPI" async src="${stage.front}/js/okcashbagapi.js?v=2"></script>`;
    const page = await stage.page();
    expect(await page.evaluate('typeof window.OKcashbagAPI')).toBe('function');
    await page.evaluate("new OKcashbagAPI().show({ mctTrToken: 't' })");
    await popupOf(page);
  });

  it('has the version of the package', async () => {
    const page = await stage.page();
    expect(await page.evaluate('OKcashbagAPI.version')).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('loads the doctor from the front server, at each call', async () => {
    const page = await stage.page();
    await page.evaluate('OKcashbagAPI.doctor()');
    await eventually(() => stage.asked).toContain('/js/doctor.js');
    await page.evaluate('OKcashbagAPI.doctor()');
    expect(await page.locator(`script[src="${stage.front}/js/doctor.js"]`).count()).toBe(2);
  });

  it('makes nothing global but itself', async () => {
    const page = await stage.page();
    const names = await page.evaluate(async (src) => {
      // @ts-expect-error it is not optional where the script is
      delete window.OKcashbagAPI;
      const before = Object.keys(window);
      const script = document.createElement('script');
      script.src = src;
      await new Promise((done) => document.head.appendChild(script).addEventListener('load', done));
      return Object.keys(window).filter((name) => !before.includes(name));
    }, `${stage.front}/js/okcashbagapi.js`);
    expect(names).toEqual(['OKcashbagAPI']);
  });
});

describe('the language', () => {
  it.each([
    ['ko', 'en-US', '', 'ko'],
    ['ko-KR', 'en-US', '', 'ko'],
    ['en', 'ko-KR', '', 'en'],
    ['', 'ko-KR', '', 'ko'],
    ['', 'en-US', '', 'en'],
    ['ko', 'ko-KR', 'en', 'en'],
    ['en', 'en-US', 'ko', 'ko'],
  ])('page %j, browser %j, params %j → %s', async (lang, locale, param, expected) => {
    const page = await stage.page({ locale });
    await page.evaluate(`document.documentElement.lang = '${lang}'`);
    await page.evaluate(`new OKcashbagAPI().show({ mctTrToken: 't', locale: '${param}' })`);
    await popupOf(page);
    expect(stage.asked.at(-1)).toMatch(new RegExp(`^/popup/[^/]+/${expected}$`));
  });

  it.each(["api.show({ locale: 'en' })", "api.setParams({ locale: 'en' }), api.show()"])(
    'asked for when another was prepared gets a layer in it: %s',
    async (call) => {
      const page = await stage.page();
      await makeApi(page, 't');
      await popupOf(page, 'PREPARE');
      await page.evaluate(call);
      expect((await popupOf(page)).url()).toMatch(/\/en#open$/);
      expect(await layerOf(page).getAttribute('aria-label')).toBe('Use OK Cashbag points');
    },
  );
});

it('mounted, unmounted and mounted again, it is there once', async () => {
  const page = await stage.page();
  await makeApi(page);
  await page.evaluate(`
    mount = () => { const it = new OKcashbagAPI('t'); const listener = (name) => told.push(name); it.on(listener); it.show(); return () => { it.off(listener); it.forceClose(); } };
    mount()(); unmount = mount();
  `);
  await popupOf(page);
  await eventually(() => page.locator('dialog').count()).toBe(1);
  await page.evaluate('unmount()');
  await eventually(() => page.locator('dialog').count()).toBe(0);
  expect(await told(page)).toEqual([]);
});
