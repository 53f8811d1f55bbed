import { describe, expect, it } from 'vitest';
import {
  authenticated,
  boxOf,
  codeOfOne,
  eventually,
  focused,
  heardBy,
  isShow,
  layerOf,
  makeApi,
  popupOf,
  SUCCESS,
  say,
  told,
  useStage,
} from './stage';

const stage = useStage();

describe('the open layer', () => {
  it('fills the window, is on top, is named, and dims the page', async () => {
    stage.head =
      '<style>dialog, iframe { max-width: 100px; border: 9px solid; padding: 9px; transform: scale(.5); opacity: .5 }</style>';
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await popupOf(page);
    expect(await boxOf(page)).toEqual({ x: 0, y: 0, width: 1000, height: 700 });
    expect(await page.getByTitle('OK캐쉬백 포인트 사용').count()).toBe(1);
    expect(await page.getByRole('dialog', { name: 'OK캐쉬백 포인트 사용' }).count()).toBe(1);
    expect(await page.evaluate('document.elementFromPoint(500, 350).tagName')).toBe('IFRAME');
    expect(await layerOf(page).evaluate((it) => getComputedStyle(it).backgroundColor)).toBe('rgba(0, 0, 0, 0.55)');
    expect(
      await page
        .locator('iframe')
        .filter({ visible: true })
        .evaluate((it) => [getComputedStyle(it).colorScheme, getComputedStyle(it).backgroundColor]),
    ).toEqual(['normal', 'rgba(0, 0, 0, 0)']);
    expect(
      await page.evaluate(
        "document.querySelectorAll('[style]').length > 0 && document.body.querySelectorAll('*').length",
      ),
    ).toBe(1);
  });

  it('gives the focus to the popup, and back', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.focus('#pay');
    await page.evaluate("api.show({ mctTrToken: 't' })");
    const popup = await popupOf(page);
    await eventually(() => focused(page)).toBe('IFRAME');
    await popup.evaluate("document.querySelector('input').focus()");
    await page.keyboard.type('typed');
    expect(await popup.evaluate("document.querySelector('input').value")).toBe('typed');
    await say(popup, authenticated());
    await eventually(() => isShow(page)).toBe(false);
    expect(await focused(page)).toBe('pay');
  });

  it('keeps the page from scrolling, and puts it back as it was', async () => {
    stage.head = '<style>html { overflow-y: scroll } body { height: 5000px }</style>';
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("scrollTo(0, 321), document.documentElement.style.overflow = 'auto'");
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await popupOf(page);
    await page.mouse.move(500, 350);
    await page.mouse.wheel(0, 500);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.evaluate('scrollY')).toBe(321);
    await page.evaluate('api.forceClose()');
    expect(await page.evaluate('[scrollY, document.documentElement.style.overflow]')).toEqual([321, 'auto']);
  });

  it('keeps to what the shopper can see of the page', async () => {
    const page = await stage.page();
    await page.evaluate(`
      const eye = Object.assign(new EventTarget(), { width: 1000, height: 400, offsetTop: 30, offsetLeft: 0, scale: 1 });
      Object.defineProperty(window, 'visualViewport', { value: eye });
    `);
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await eventually(() => boxOf(page)).toEqual({ x: 0, y: 30, width: 1000, height: 400 });
    await page.evaluate('visualViewport.height = 700, visualViewport.offsetTop = 0');
    await eventually(() => boxOf(page)).toEqual({ x: 0, y: 0, width: 1000, height: 700 });
  });

  it('is closed by Esc on the page: 2002, and the popup takes its history back', async () => {
    // A look would give the focus back to the popup before the key is pressed.
    const page = await stage.page({ clock: true });
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    const popup = await popupOf(page);
    await layerOf(page).evaluate((it) => it.focus());
    await page.keyboard.press('Escape');
    await eventually(() => heardBy(popup)).toEqual(['OPEN', 'CLOSE']);
    await page.clock.runFor(250);
    expect(await codeOfOne(page)).toBe('2002');
  });

  it('is closed by whoever closes all dialogs: 2002', async () => {
    const page = await stage.page();
    await makeApi(page);
    await page.evaluate("api.show({ mctTrToken: 't' })");
    await popupOf(page);
    await page.evaluate("document.querySelectorAll('dialog').forEach((it) => it.close())");
    expect(await codeOfOne(page)).toBe('2002');
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
  });

  it('stays open and usable over a modal that takes the focus back', async () => {
    stage.body = `<div id="modal" tabindex="-1" style="position:fixed;inset:50px;z-index:2147483647;background:#fff"><button id="inside">pay</button></div>
      <script>
        const modal = document.getElementById('modal');
        function open() { for (const other of document.body.children) if (other !== modal) { other.inert = true; other.setAttribute('aria-hidden', 'true'); } document.body.style.pointerEvents = 'none'; }
        document.addEventListener('focusin', (event) => modal.contains(event.target) || modal.focus());
        setInterval(() => modal.contains(document.activeElement) || modal.focus(), 20);
      </script>`;
    for (const warm of [true, false]) {
      const page = await stage.page();
      await makeApi(page, ...(warm ? ['t'] : []));
      if (warm) await popupOf(page, 'PREPARE');
      await page.evaluate("open(), document.getElementById('inside').focus(), api.show({ mctTrToken: 't' })");
      const popup = await popupOf(page);
      await eventually(() => heardBy(popup)).toContain('OPEN');
      // While the page has not drawn the open layer, the mouse meets what lies behind it.
      await eventually(async () => {
        await popup.getByLabel('field').hover();
        return popup.locator('html:hover').count();
      }).toBe(1);
      await popup.getByLabel('field').click();
      await page.keyboard.type('1234567890', { delay: 20 });
      expect(await popup.evaluate("document.querySelector('input').value")).toBe('1234567890');
      expect(await layerOf(page).evaluate((it) => it.closest('[inert], [aria-hidden]'))).toBeNull();
      await say(popup, authenticated());
      await eventually(() => isShow(page)).toBe(false);
      expect(await focused(page)).toBe('inside');
    }
  });

  it('goes on in a page that is restored', async () => {
    const page = await stage.page({ browser: 'whole' });
    await makeApi(page);
    await page.evaluate(
      "addEventListener('pageshow', ({ persisted }) => { restored = persisted }), api.show({ mctTrToken: 't' })",
    );
    const success = JSON.stringify(authenticated());
    await (await popupOf(page)).evaluate(`addEventListener('pageshow', () => say(${success}))`);
    await page.evaluate("location.href = '/elsewhere'");
    await page.waitForURL(/elsewhere/);
    await page.evaluate('history.back()');
    await eventually(() => page.evaluate('window.restored')).toBe(true);
    await eventually(() => told(page)).toEqual([{ name: 'POINTS_AUTHENTICATED', result: SUCCESS }]);
  });
});

it('two hundred times opened and closed leaves nothing behind', async () => {
  const page = await stage.page();
  await makeApi(page);
  const session = await page.context().newCDPSession(page);
  const counters = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
    return { nodes, jsEventListeners, documents };
  };
  const cycle = async () => {
    await page.evaluate("api.show({ mctTrToken: 't' }), api.forceClose()");
  };
  for (let i = 0; i < 10; i += 1) await cycle();
  await eventually(() => page.locator('dialog').count()).toBe(0);
  const before = await counters();
  for (let i = 0; i < 200; i += 1) await cycle();
  await eventually(() => page.locator('dialog').count()).toBe(0);
  // Ten cycles may have left something that is collected later.
  for (const name of ['nodes', 'jsEventListeners', 'documents'] as const) {
    await eventually(async () => (await counters())[name]).toBeLessThanOrEqual(before[name]);
  }
}, 60_000);
