import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from 'terser';
import { compileToEs3, minifyEs3 } from './legacy.mjs';
import { compileTypeScript, withMaps } from './typescript.mjs';

/** The rollup plugins of the popup's bundles. */

/** ES2020 with `words`, the module of what the popup says, in a language. */
const source = (locale) => [
  compileTypeScript(['ui', 'contract'], {
    target: 'es2020',
    paths: { words: [`./ui/words/${locale}.ts`] },
    ...withMaps,
  }),
  nodeResolve(),
];

/** For a script element in a document. */
const minifyInline = {
  name: 'minify-inline',
  async renderChunk(chunk) {
    // Reading a property has no effect anywhere in here.
    const compress = { passes: 4, pure_getters: true };
    const { code, map } = await minify(chunk, { module: true, ecma: 2020, compress, sourceMap: true });
    if (/<\/script|<!--/i.test(code)) throw new Error('The script would end its element early.');
    return { code, map };
  },
};

/**
 * In old browsers `ui/legacy/` has another module in place of some: the one at the same path in there, which may use
 * the first.
 */
const replacements = {
  name: 'legacy-replacements',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.') || importer.startsWith(resolve('ui/legacy') + sep)) return null;
    const path = relative('ui', resolve(dirname(importer), source));
    return ['.ts', '.tsx'].map((end) => resolve('ui/legacy', path + end)).find(existsSync) ?? null;
  },
};

/**
 * The popup's source as a group of browsers gets it, for whatever shows its screens.
 * @param {import('../contract/locales').Locale} locale
 * @param {'modern' | 'legacy'} browsers
 */
export const drawnAs = (locale, browsers) =>
  browsers === 'legacy' ? [replacements, ...source(locale)] : source(locale);

/** @param {import('../contract/locales').Locale} locale */
export const modernPlugins = (locale) => [...drawnAs(locale, 'modern'), minifyInline];

/** @param {import('../contract/locales').Locale} locale */
export const legacyPlugins = (locale) => [
  ...drawnAs(locale, 'legacy'),
  commonjs({ include: /node_modules\/core-js/ }),
  compileToEs3,
  minifyEs3(),
];
