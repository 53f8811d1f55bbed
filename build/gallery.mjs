import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { legacyStyle, modernStyle } from './documents.mjs';
import { drawnAs } from './popup.mjs';

/** The rollup plugins of the sandbox's gallery, which draws the popup's screens in each of their states. */

const STYLES = { modern: modernStyle, legacy: legacyStyle };

/**
 * @param {import('../contract/locales').Locale} locale
 * @param {'modern' | 'legacy'} browsers whose screens and style
 */
export const galleryPlugins = (locale, browsers) => [
  ...drawnAs(locale, browsers),
  {
    name: 'write-style',
    writeBundle({ file }) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${dirname(file)}/${browsers}.css`, STYLES[browsers]());
    },
  },
];
