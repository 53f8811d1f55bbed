import { describe, expect, it } from 'vitest';
import { codeOfOne, eventually, makeApi, useStage } from './stage';

const stage = useStage();
/** What the script says to the merchant's developers: a line each. */
const warnings = () =>
  stage.lines.flatMap((line) => (line.startsWith('warning: OKcashbagAPI: ') ? [line.slice(23)] : []));

describe('a mistake is named in one line of the console, when it is made', () => {
  it.each([
    ["api.on('POINTS_AUTHORIZED', () => {})", 'on(): unknown event or no function: POINTS_AUTHORIZED'],
    ["api.on('POINTS_AUTHENTICATED')", 'on(): unknown event or no function: POINTS_AUTHENTICATED'],
    ['api.on(null, 7)', 'on(): unknown event or no function: null'],
    ['api.on()', 'on(): unknown event or no function: undefined'],
    ["api.setParams({ userAuthTokn: 'secret' })", 'unknown parameter userAuthTokn'],
    ["api.show({ merchantTrToken: 'secret', mctTrToken: 't' })", 'unknown parameter merchantTrToken'],
    ["api.show({ mctTrToken: 't' }), api.show({ mctTrToken: 't' })", 'show() while open'],
    ["new OKcashbagAPI('t').show()", 'no listener for POINTS_AUTH_FAILED'],
    ["x = new OKcashbagAPI(), x.on('POINTS_AUTHENTICATED', () => {}), x.show()", 'no listener for POINTS_AUTH_FAILED'],
  ])('%s', async (code, line) => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate(code);
    // The lines come in order.
    await page.evaluate("console.warn('OKcashbagAPI: the end')");
    await eventually(warnings).toEqual([line, 'the end']);
    expect(stage.thrown).toEqual([]);
  });

  it('correct use logs nothing', async () => {
    const page = await stage.page();
    await makeApi(page, 't', 'u');
    await page.evaluate(`
      api.on('POINTS AUTH FAILED', () => {}); api.off('POINTS AUTH FAILED', () => {}); api.on(() => {});
      api.setParams(); api.setParams({ mctTrToken: null, userAuthToken: '', locale: 'en' });
      document.getElementById('pay').onclick = api.show;
      document.getElementById('pay').click();
    `);
    expect(await codeOfOne(page)).toBe('1000');
    expect(stage.lines).toEqual([]);
  });

  it('the script twice', async () => {
    stage.head = `<script src="${stage.rival}/js/okcashbagapi.js"></script>`;
    await stage.page();
    expect(warnings()).toEqual(['included twice']);
  });

  it('a page in quirks mode', async () => {
    stage.document = `<script src="${stage.front}/js/okcashbagapi.js"></script>`;
    await stage.page();
    expect(warnings()).toEqual(['quirks mode: add a doctype']);
  });

  it('a browser without a console gets no line and no error', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate('window.console = undefined, api.on(7), api.setParams({ other: 1 }), api.show()');
    expect(await codeOfOne(page)).toBe('1000');
    expect(stage.thrown).toEqual([]);
  });
});
