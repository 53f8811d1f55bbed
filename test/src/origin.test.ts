import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { codeOfOne, eventually, layerOf, makeApi, popupOf, shippedScript, told, useStage } from './stage';

/**
 * Where the popup comes from, however the script came into the page and whatever else is in it. `FRONT`, `RIVAL` and
 * `SHOP` are origins; the rival serves the same script and a popup of its own.
 */
const stage = useStage();

const SCRIPT = '<script src="FRONT/js/okcashbagapi.js"></script>';

/** A page with this in its body, when its script has run. */
async function pageWith(html: string): Promise<Page> {
  const text = `<!doctype html><html lang="ko"><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  stage.document = text
    .replaceAll('FRONT', () => stage.front)
    .replaceAll('RIVAL', () => stage.rival)
    .replaceAll('SHOP', () => stage.shop)
    .replaceAll('CODE', shippedScript);
  const page = await stage.page();
  await page.waitForFunction('typeof window.OKcashbagAPI === "function"');
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 'secret' })");
  return page;
}

async function expectPopupOfFront(page: Page): Promise<void> {
  const popup = await popupOf(page);
  expect(new URL(popup.url()).origin).toBe(stage.front);
  expect(await popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('secret');
  expect(await page.locator(`iframe[src^="${stage.rival}/popup"]`).count()).toBe(0);
  expect(stage.thrown).toEqual([]);
}

/** What somebody may get into a page, in a product review for example. None of it runs. */
const LURES = {
  'an image with the script’s name': '<img src="RIVAL/js/okcashbagapi.js">',
  'a link that has a src': '<a src="RIVAL/js/okcashbagapi.js" href="RIVAL/js/okcashbagapi.js">review</a>',
  'a video’s source': '<video><source src="RIVAL/js/okcashbagapi.js"></video>',
  'a frame': '<iframe src="RIVAL/js/okcashbagapi.js"></iframe>',
  'a script that is text': '<script type="text/plain" src="RIVAL/js/okcashbagapi.js"></script>',
  'a script for browsers without modules': '<script nomodule src="RIVAL/js/okcashbagapi.js"></script>',
  'a script that was put in as markup':
    '<div id="review"></div><script>review.innerHTML = "<script src=RIVAL/js/okcashbagapi.js><\\/script>"</script>',
  'a script that cannot be loaded': '<script src="http://front@127.0.0.2/js/okcashbagapi.js"></script>',
  'a script with an address that is code': '<script src="javascript:okcashbagapi.js"></script>',
  'a script with its text as address': '<script src="data:text/javascript,/okcashbagapi.js/"></script>',
  'an image named currentScript': '<img name="currentScript" src="RIVAL/js/okcashbagapi.js">',
  'a form named currentScript, with a tagName':
    '<form name="currentScript" src="RIVAL/js/okcashbagapi.js"><input name="tagName" value="SCRIPT"></form>',
  'a form that cannot be read as text':
    '<form name="currentScript" id="tagName"><input name="toString"></form><form name="currentScript"></form>',
  'a frame of another origin named currentScript': '<iframe name="currentScript" src="RIVAL/elsewhere"></iframe>',
  'a form with the document’s names':
    '<form name="getElementsByTagName"></form><img name="documentElement"><img name="readyState"><img name="compatMode">',
};

describe('the popup comes from the origin of the script that runs, with', () => {
  it.each(Object.entries(LURES))('%s before it', async (_what, lure) => {
    await expectPopupOfFront(await pageWith(lure + SCRIPT));
  });

  it.each(Object.entries(LURES).slice(0, 7))('%s after it', async (_what, lure) => {
    await expectPopupOfFront(await pageWith(SCRIPT + lure));
  });

  it('a lure of each kind, and its tag gone', async () => {
    const lures = `${LURES['an image named currentScript']}${LURES['a script for browsers without modules']}`;
    const injected =
      '<script>tag = document.createElement("script"); tag.src = "FRONT/js/okcashbagapi.js"; document.head.append(tag); tag.remove()</script>';
    await expectPopupOfFront(await pageWith(lures + injected));
  });

  it('another front server’s script after it, which stays without effect', async () => {
    await expectPopupOfFront(await pageWith(`${SCRIPT}<script src="RIVAL/js/okcashbagapi.js"></script>`));
  });
});

describe('the popup comes from the origin of a script', () => {
  const inject = (more: string) =>
    `<script>tag = document.createElement('script'); tag.src = 'FRONT/js/okcashbagapi.js'; ${more}</script>`;

  it.each([
    ['that is async', '<script async src="FRONT/js/okcashbagapi.js"></script>'],
    ['that is deferred', '<script defer src="FRONT/js/okcashbagapi.js"></script><img src="RIVAL/js/okcashbagapi.js">'],
    ['that is injected', inject('document.head.append(tag)')],
    ['that is injected in order', inject('tag.async = false; document.body.append(tag)')],
    ['whose tag is gone when it runs', inject('document.head.append(tag); tag.remove()')],
    ['whose tag goes when it has run', inject('tag.onload = () => tag.remove(); document.head.append(tag)')],
    ['that is written', '<script>document.write("<script src=FRONT/js/okcashbagapi.js><\\/script>")</script>'],
    ['beside modules', `<script type="module" src="SHOP/shop.js"></script>${SCRIPT}<script type="module"></script>`],
    ['with a version in its path', '<script src="FRONT/js/0.1.0/okcashbagapi.js"></script>'],
    ['with a version in its name', '<script src="FRONT/js/okcashbagapi-0.1.0.min.js"></script>'],
    ['with a query and a fragment', '<script src="FRONT/js/okcashbagapi.js?v=1&next=http://127.0.0.2/#top"></script>'],
    ['with spaces around its address', '<script src=" FRONT/js/okcashbagapi.js\n"></script>'],
    ['with its rival in the query', '<script src="FRONT/js/okcashbagapi.js?from=RIVAL/js/okcashbagapi.js"></script>'],
  ])('%s', async (_how, html) => {
    await expectPopupOfFront(await pageWith(html));
  });

  it('without its scheme', async () => {
    await expectPopupOfFront(await pageWith(`<script src="${stage.front.slice(5)}/js/okcashbagapi.js"></script>`));
  });
});

describe('a clear 9999 and no popup, when the script is', () => {
  const lure = '<script nomodule src="RIVAL/js/okcashbagapi.js"></script>';
  it.each([
    ['a module', `${lure}<script type="module" src="FRONT/js/okcashbagapi.js"></script>`],
    ['imported by a module', `${lure}<script type="module">import 'FRONT/js/okcashbagapi.js'</script>`],
    ['imported later', `${lure}<script>import('FRONT/js/okcashbagapi.js')</script>`],
    ['in the page', `${lure}<script>CODE</script>`],
    ['in a bundle', `${lure}<script src="SHOP/bundle.js"></script>`],
    ['fetched as text', `${lure}<script>fetch('FRONT/js/okcashbagapi.js').then((it) => it.text()).then(eval)</script>`],
  ])('%s', async (_how, html) => {
    const page = await pageWith(html);
    expect(await codeOfOne(page)).toBe('9999');
    expect((await told(page))[0]?.result.errorObject?.errorDetailMessage).toMatch(/^Load .*<script src/);
    await eventually(() => page.evaluate('document.readyState')).toBe('complete');
    expect(await layerOf(page).count()).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(stage.thrown).toEqual([]);
  });
});
