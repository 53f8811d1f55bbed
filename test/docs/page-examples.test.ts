import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../scripts/build.mjs';
import { authenticated, eventually, failed, popupOf, say, useStage } from '../src/stage';
import { bundleExample } from './bundle';

/** What the documents show of a page, in a browser. */
describe('on a page', () => {
  const stage = useStage();
  beforeAll(ensureBuild, 60_000);

  const atFront = (code: string) => code.replaceAll('https://FRONT', stage.front);
  const pay = (page: Page) => page.getByRole('button', { name: 'OK캐쉬백 포인트 쓰기' }).click();

  async function open(document: string, module?: string): Promise<Page> {
    stage.document = atFront(document);
    const page = await stage.page();
    if (module) await page.addScriptTag({ type: 'module', content: atFront(module) });
    return page;
  }

  describe.each([18, 19] as const)('the component for React %i', (version) => {
    const main = `
      import { createRoot } from 'react-dom/client';
      import { PayWithPoints } from './pay-with-points.tsx';
      const points = (result) => (document.title = String(result.usePoint));
      createRoot(document.querySelector('main')).render(<PayWithPoints onPoints={points} />);`;
    let module: string;
    beforeAll(async () => {
      module = await bundleExample(main, version);
    }, 60_000);

    it('opens the popup with a token of the server, tells points and what went wrong', async () => {
      const page = await open('<!doctype html><html lang="ko"><main></main>', module);
      await page.route('**/token', (route) => route.fulfill({ json: { merchantTrToken: 'from the server' } }));
      await pay(page);
      const popup = await popupOf(page);
      await eventually(() => popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('from the server');
      await say(popup, failed({ errorCode: '2203', errorMessage: '잠긴 카드', errorDetailMessage: '' }));
      await eventually(() => page.getByRole('alert').textContent()).toBe('잠긴 카드');
      await pay(page);
      await say(await popupOf(page), authenticated());
      await eventually(() => page.title()).toBe('3000');
    });
  });

  it('the loader adds the script, and its class opens the popup', async () => {
    const html = '<!doctype html><html lang="ko"><button id="points">OK캐쉬백 포인트 쓰기</button>';
    const page = await open(html, await bundleExample("import './load.ts';"));
    await eventually(() => page.evaluate('"OKcashbagAPI" in window')).toBe(true);
    await pay(page);
    await popupOf(page);
  });

  it('an async tag makes the object when it has loaded', async () => {
    const page = await open(readFileSync('docs/examples/async.html', 'utf8'));
    await pay(page);
    await popupOf(page);
  });

  it.each(['README.md', 'README.ko.md'])(
    'the scripts of %s open the popup with a token of the server, and say what went wrong',
    async (document) => {
      const [, scripts = ''] = /^ *```html\n( *<script src.*?)^ *```/ms.exec(readFileSync(document, 'utf8')) ?? [];
      const html = `<!doctype html><html lang="ko"><button id="pay">OK캐쉬백 포인트 쓰기</button>${scripts}`;
      const page = await open(html.replaceAll('http://127.0.0.1:4000', stage.front));
      await page.route('**/token', (route) => route.fulfill({ json: { merchantTrToken: 'from the server' } }));
      const alerts: string[] = [];
      page.on('dialog', async (dialog) => {
        alerts.push(dialog.message());
        await dialog.dismiss();
      });
      await pay(page);
      const popup = await popupOf(page);
      await eventually(() => popup.evaluate('heard.at(-1).message.mctTrToken')).toBe('from the server');
      await say(popup, failed({ errorCode: '2203', errorMessage: '잠긴 카드', errorDetailMessage: 'three tries' }));
      await eventually(() => alerts).toEqual(['잠긴 카드']);
      expect(stage.lines).toContain('error: 2203 three tries');
    },
  );

  it.each(['docs/loading.md', 'docs/loading.ko.md', 'README.md', 'README.ko.md'])(
    'the tag with a hash of %s loads what the manifest names',
    async (document) => {
      const [tag = ''] = /^<script src="[^"]*" integrity="[^"]*" crossorigin="anonymous">.*$/m.exec(
        readFileSync(document, 'utf8'),
      ) ?? ['no tag'];
      const { scripts } = JSON.parse(readFileSync('dist/front/manifest.json', 'utf8'));
      const { path, integrity } = Object.values(scripts).at(-1) as { path: string; integrity: string };
      const filled = tag.replace(/\/js\/[\d.]+-[^/]+\/okcashbagapi\.js/, path).replace(/sha384-…/, integrity);
      expect(filled).toContain(`${path}" integrity="${integrity}"`);
      const page = await open(`<!doctype html><html lang="ko">${filled}`);
      expect(await page.evaluate('typeof OKcashbagAPI')).toBe('function');
    },
  );
});
