import { devices } from '@playwright/test';
import { test } from '../fixtures';
import { openGallery } from '../gallery';

const PHONE = devices['iPhone 13'].viewport;
const DESKTOP = { width: 1280, height: 900 };
/** Half the height of a phone, as while its keyboard is up. */
const KEYBOARD = { width: 390, height: 330 };

/**
 * How a shopper may see the same screens: each goes to a folder of its name. Those for Internet Explorer look the same
 * in every browser; HtmlUnit, in which its journeys run, draws nothing.
 */
const LOOKS = [
  { look: 'desktop', viewport: DESKTOP },
  { look: 'phone', viewport: PHONE },
  { look: 'keyboard', viewport: KEYBOARD },
  { look: 'landscape', viewport: { width: 568, height: 320 } },
  { look: 'dark', viewport: PHONE, media: { colorScheme: 'dark' } },
  { look: 'large', viewport: PHONE, largeText: true },
  { look: 'text-200', viewport: PHONE, rootSize: '200%' },
  { look: 'forced-colors', viewport: PHONE, media: { forcedColors: 'active' } },
  { look: 'reduced-motion', viewport: PHONE, media: { reducedMotion: 'reduce' } },
  { look: 'english', viewport: PHONE, locale: 'en' },
  { look: 'ie', viewport: DESKTOP, browsers: 'legacy' },
  { look: 'ie-english-large', viewport: DESKTOP, browsers: 'legacy', locale: 'en', largeText: true },
] as const;

interface Look {
  viewport: { width: number; height: number };
  media?: { colorScheme?: 'dark'; forcedColors?: 'active'; reducedMotion?: 'reduce' };
  largeText?: boolean;
  rootSize?: string;
  locale?: 'ko' | 'en';
  browsers?: 'modern' | 'legacy';
}

for (const { look, ...more } of LOOKS) {
  test(`every screen in every state: ${look}`, async ({ page, house }) => {
    test.setTimeout(240_000);
    const { viewport, media = {}, largeText = false, rootSize = '', locale = 'ko', browsers = 'modern' }: Look = more;
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    const gallery = await openGallery(page, house, locale, browsers);
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, rootSize);
    for (const [i, name] of gallery.names.entries()) {
      await gallery.show(name, { largeText });
      const file = `${String(i + 1).padStart(3, '0')}-${name}.png`;
      await page.screenshot({ path: `screenshots/${look}/${file}`, animations: 'disabled' });
    }
  });
}
