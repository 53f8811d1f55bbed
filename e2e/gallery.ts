import type { Page } from '@playwright/test';
import type { House } from './servers/house';

/** The sandbox's gallery, open at one language: it draws the popup in any state of `ui/gallery/`. */
export interface Gallery {
  /** Of the states. */
  names: string[];
  show(name: string, look?: { largeText?: boolean }): Promise<void>;
}

interface Shown {
  names: string[];
  show(root: HTMLElement | null, name: string, look: object): void;
}

declare global {
  interface Window {
    gallery: Shown;
  }
}

/** Opens the gallery with the screens for a group of browsers, in this browser. */
export async function openGallery(
  page: Page,
  house: House,
  locale: 'ko' | 'en',
  browsers: 'modern' | 'legacy' = 'modern',
): Promise<Gallery> {
  await page.goto(`${house.ocbUrl}/sandbox/gallery?state=method&lang=${locale}&browsers=${browsers}`);
  const script = `/sandbox/gallery/${browsers}.${locale}.js`;
  await page.evaluate(`import('${script}').then((gallery) => { window.gallery = gallery; })`);
  return {
    names: await page.evaluate(() => window.gallery.names),
    show: (name, look = {}) =>
      page.evaluate(([name, look]) => window.gallery.show(document.getElementById('popup'), name, look), [
        name,
        look,
      ] as const),
  };
}
