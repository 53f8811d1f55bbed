import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { downloadedChromium, quickChromium } from '../scripts/chromium.mjs';

/**
 * `node build/pictures.mjs`: draws the guide's pictures of the popup with the sandbox's gallery, each light and dark,
 * for the pages that have `<!-- picture: STATE | text -->`. Without a Chromium, or a build of the gallery, it draws
 * none and reports that: the guide is then built without pictures (docs/.vitepress/pictures.ts).
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GALLERY = `${ROOT}dist/sandbox/gallery`;
const FOLDER = `${ROOT}dist/pictures`;
const ORIGIN = 'http://gallery.test';
const SIZE = { width: 360, height: 640 };
const PIXEL_RATIO = 2;

/** Returns the states that the guide's pages show, as `locale/state`. */
function wantedPictures() {
  const files = readdirSync(`${ROOT}docs`).filter((name) => name.endsWith('.md'));
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(`${ROOT}docs/${file}`, 'utf8').matchAll(/^<!-- picture: ([\w-]+) \|/gm)].map(
        ([, state]) => `${file.endsWith('.ko.md') ? 'ko' : 'en'}/${state}`,
      ),
    ),
  );
}

/** Answers a page's requests with the gallery, so that no server is needed. */
async function serveGallery(route) {
  const { pathname } = new URL(route.request().url());
  if (pathname !== '/') return route.fulfill({ path: GALLERY + pathname });
  const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';
  const body = `<!doctype html>${viewport}<link rel="stylesheet" href="/modern.css"><div id="popup"></div>`;
  return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
}

async function draw(browser, colorScheme) {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: PIXEL_RATIO, colorScheme });
  await page.route(`${ORIGIN}/**`, serveGallery);
  for (const wanted of wantedPictures()) {
    const [locale, state] = wanted.split('/');
    await page.goto(ORIGIN);
    await page.evaluate(
      async ([locale, state]) => {
        document.documentElement.lang = locale;
        const { show } = await import(`/modern.${locale}.js`);
        show(document.getElementById('popup'), state, { takesFocus: false });
      },
      [locale, state],
    );
    const path = `${FOLDER}/pictures/${state}.${locale}.${colorScheme}.png`;
    await page.screenshot({ path, animations: 'disabled' });
  }
  await page.close();
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const executablePath = quickChromium() ?? (await downloadedChromium());
if (!executablePath) console.warn('No Chromium on this machine: the guide is built without pictures of the popup.');
else if (!existsSync(GALLERY)) console.warn('npm run build first: the guide is built without pictures of the popup.');
else {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath });
  for (const colorScheme of ['light', 'dark']) await draw(browser, colorScheme);
  await browser.close();
}
