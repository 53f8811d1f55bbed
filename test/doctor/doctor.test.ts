import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshSandbox, ocb } from '../server/fresh-sandbox';
import { request } from '../server/sandbox-controls';
import { type Faults, GOOD, type MerchantPage, openMerchantPage, SCRIPT, VIEWPORT } from './merchant-page';

freshSandbox({ shopOrigins: [] });

// The clock of the device is right.
beforeEach(() => {
  ocb.time.now = Date.now();
});

let merchant: MerchantPage | undefined;
afterEach(() => merchant?.close());

/** Opens a page and returns what the doctor prints about it. */
async function diagnose(faults: Faults = {}, params?: { mctTrToken?: unknown }): Promise<string[]> {
  merchant = await openMerchantPage(ocb.url, faults);
  const found = await merchant.examine(params);
  return found.map(({ about, problem, change }) => `${about}: ${problem} → ${change}`);
}

describe('the doctor', () => {
  it('finds nothing on a page as the guide shows it, and says so', async () => {
    expect(await diagnose()).toEqual([]);
    // Once when it is loaded, and once when it is called.
    expect(new Set(merchant?.printed)).toEqual(new Set(['OKcashbagAPI: nothing to change on this page']));
  });

  it('prints what to change, a line each, and leaves the page as it was', async () => {
    await diagnose({ html: GOOD.replace(VIEWPORT, '').replace('<!doctype html>', '') });
    // The script itself warns of quirks mode, too.
    expect(merchant?.printed).toEqual(
      expect.arrayContaining([
        'OKcashbagAPI page: quirks mode: Internet Explorer shows no popup (9999) → begin with <!doctype html>',
        expect.stringContaining('OKcashbagAPI viewport: phones show the popup as small'),
      ]),
    );
    expect(await merchant?.page.locator('dialog, iframe[src*="/popup/doctor"]').count()).toBe(0);
  });

  it('is loaded by the script, which has a method for it', async () => {
    merchant = await openMerchantPage(ocb.url);
    const line = merchant.page.waitForEvent('console', (message) => message.text().includes('nothing to change'));
    await merchant.page.evaluate('OKcashbagAPI.doctor()');
    expect((await line).text()).toBe('OKcashbagAPI: nothing to change on this page');
    expect(await merchant.page.evaluate('OKcashbagAPI.doctor()')).toEqual([]);
  });

  it.each(['docs/doctor.md', 'docs/doctor.ko.md'])('is called in the console as %s says', async (document) => {
    const [, calls = 'no calls'] = /```js\n(.*?)```/s.exec(readFileSync(document, 'utf8')) ?? [];
    merchant = await openMerchantPage(ocb.url);
    const { page } = merchant;
    await merchant.examine();
    await page.evaluate(`const mctTrToken = Promise.resolve('of another server'); ${calls}`);
    await expect.poll(() => merchant?.printed.at(-1)).toContain('the token is unknown');
  });

  it('resolves to what it finds, for a test of one’s own', async () => {
    merchant = await openMerchantPage(ocb.url);
    const { page } = merchant;
    await merchant.examine();
    // #region test
    expect(await page.evaluate(() => OKcashbagAPI.doctor())).toEqual([]);
    // #endregion test
  });

  it('has its checks in a file of its own', async () => {
    const script = await (await fetch(`${ocb.url}/js/okcashbagapi.js`)).text();
    expect(script).not.toContain('nothing to change');
  });

  it('examines the page as soon as it is loaded, also where the script is missing', async () => {
    merchant = await openMerchantPage(ocb.url, { html: GOOD.replace(SCRIPT, '') });
    const line = merchant.page.waitForEvent('console', (message) => message.text().includes('is not defined'));
    await merchant.page.addScriptTag({ url: `${ocb.url}/js/doctor.js` });
    expect((await line).text()).toContain(`add <script src="${ocb.url}/js/okcashbagapi.js">`);
  });
});

describe('the doctor finds', () => {
  const twice = GOOD.replace(SCRIPT, SCRIPT + SCRIPT);
  const style = (css: string) => GOOD.replace('<button>', `<style>${css}</style><button>`);
  const trap = GOOD.replace(
    '<button>',
    `<div id="m"><button id="in">In</button></div>
    <script>document.addEventListener('focusin', (e) => m.contains(e.target) || document.getElementById('in').focus())</script><button>`,
  );
  const bundled = GOOD.replace(
    SCRIPT,
    `<script>OKcashbagAPI = function () {}; OKcashbagAPI.version = '0.1.0'</script>`,
  );
  /** A tag that loads nothing, on a page that has the class all the same. */
  const beside = (tag: string) => bundled.replace('<button>', `${tag}<button>`);

  it.each<[what: string, faults: Faults, line: RegExp]>([
    ['a script that is included twice', { html: twice }, /^script: .*included 2 times → remove all tags but one/],
    ['a script in a bundle', { html: bundled }, /^script: .*part of a bundle .* → load it from/],
    ['an old script', { html: bundled }, /^script: the page has version 0\.1\.0, and .* serves/],
    [
      'a wrong path',
      { html: beside('<script src="FRONT/old/okcashbagapi.js"></script>') },
      /^script: the script's path is \/old\/okcashbagapi\.js → use \/js\/okcashbagapi\.js/,
    ],
    [
      'a copy of the script on the merchant’s own server',
      { html: beside('<script src="/js/okcashbagapi.js"></script>') },
      /^script: the script comes from http:\/\/localhost:\d+ → load it from http:\/\/127/,
    ],
    [
      'a script that is a module',
      { html: GOOD.replace(SCRIPT, SCRIPT.replace('<script', '<script type="module"')) },
      /^script: type="module" hides .* → remove it, and use async or defer/,
    ],
    [
      'integrity without crossorigin',
      { html: beside(SCRIPT.replace('<script', '<script integrity="sha384-AAAA"')) },
      /^script: integrity without crossorigin → add crossorigin="anonymous"/,
    ],
    [
      'a page without encryption',
      { origin: 'http://shop.example' },
      /^origin: http:\/\/shop\.example is not encrypted → serve the page over HTTPS/,
    ],
    [
      'a policy without the popup’s frame',
      { headers: { 'Content-Security-Policy': "script-src * 'unsafe-inline'; frame-src 'self'" } },
      /^policy: .*blocks the popup by frame-src → add http:\/\/127\.0\.0\.1:\d+ to frame-src/,
    ],
    [
      'a policy without the doctor’s question',
      { headers: { 'Content-Security-Policy': "connect-src 'self'" } },
      /^token: the front server was not asked .* → .*connect-src/,
    ],
    [
      'isolation from other origins',
      { headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } },
      /^policy: Cross-Origin-Embedder-Policy keeps the popup out/,
    ],
    [
      'a policy against the codes of text messages',
      { headers: { 'Permissions-Policy': 'otp-credentials=()' } },
      /^policy: phones cannot fill in the code .* → use Permissions-Policy: otp-credentials=\(self "/,
    ],
    [
      'a page without an origin',
      { headers: { 'Content-Security-Policy': 'sandbox allow-scripts' } },
      /^origin: the page has no origin/,
    ],
    [
      'no zoom',
      { html: GOOD.replace('initial-scale=1', 'initial-scale=1, user-scalable=no') },
      /^viewport: nobody can zoom/,
    ],
    [
      'a style sheet that hides frames',
      { html: style('iframe { display: none !important }') },
      /^modal: .*iframe \{ display: none \}/,
    ],
    [
      'a style sheet that takes the clicks',
      { html: style('dialog { pointer-events: none }') },
      /^modal: .*dialog \{ pointer-events/,
    ],
    ['a focus trap', { html: trap }, /^modal: the page takes the focus back → close your modal/],
    ['an inert page', { html: GOOD.replace('<html', '<html inert') }, /^modal: html is inert/],
  ])('%s', async (_what, faults, line) => {
    expect(await diagnose(faults)).toContainEqual(expect.stringMatching(line));
  });

  it('a page too narrow for the popup', async () => {
    merchant = await openMerchantPage(ocb.url);
    await merchant.page.setViewportSize({ width: 280, height: 600 });
    expect(await merchant.examine()).toContainEqual(expect.objectContaining({ problem: 'the page is 280 px wide' }));
  });

  it.each([
    ['a token of another server', 'x'.repeat(128), /^token: the token is unknown/],
    ['something that is no token', { merchantTrToken: 'x' }, /^token: the token is not a string/],
  ])('%s', async (_what, mctTrToken, line) => {
    expect(await diagnose({}, { mctTrToken })).toContainEqual(expect.stringMatching(line));
  });

  it('an origin that is not registered with the token’s merchant', async () => {
    const lines = await diagnose({}, { mctTrToken: await ocb.token() });
    expect(lines).toEqual([
      `origin: ${merchant?.origin} is not registered with the token's merchant → ${registering()}`,
    ]);
  });
  const registering = () => `have OCB register it; in the sandbox: SHOP_ORIGINS=${merchant?.origin} npm start`;

  it('a token that is spent, and one that has expired', async () => {
    const spent = await ocb.token();
    const choice = { member: '8951000000000002', mctTrToken: spent, ocbPoint: 100 };
    await request('POST', '/sandbox/authorize', choice);
    expect(await diagnose({}, { mctTrToken: spent })).toContainEqual(expect.stringMatching(/^token: points have been/));
    await merchant?.close();
    const expired = await ocb.token();
    merchant = await openMerchantPage(ocb.url);
    ocb.time.now += 31 * 60_000;
    const problems = (await merchant.examine({ mctTrToken: expired })).map(({ problem }) => problem);
    expect(problems).toContain('the token is older than 30 minutes');
    expect(problems).toContain('this device is 31 min behind OCB');
  });
});
