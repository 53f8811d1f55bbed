import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import { popupPlugins } from './compile.mjs';
import { legacyDocument, modernDocument } from './document.mjs';
import { legacyScript } from './legacy.mjs';
import { modernScript } from './modern.mjs';

/** The popup in `dist/front/popup/<version>/`: in each language a document, and for browsers without modules another, with a script of its own. */

const OUT = 'dist/front';
const LOCALES = ['ko', 'en'];
/** The version is written in letters that the script on the merchant's page has often, so that its size does not depend on them. */
const COMMON_LETTERS = 'etnoirscaludfmph';

function write(path, text) {
  const bytes = Buffer.from(text);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** Writes everything under the version that it makes together, and the manifest that the front server reads. */
function writeAll(scripts) {
  const popup = {};
  const hash = createHash('sha256');
  for (const locale of LOCALES) {
    const modern = modernDocument(locale, scripts[`modern.${locale}`]);
    const legacy = { ...legacyDocument(locale), script: scripts[`legacy.${locale}`] };
    for (const text of [modern.html, legacy.html, legacy.script]) hash.update(text);
    popup[locale] = { modern, legacy };
  }
  const version = hash
    .digest('hex')
    .slice(0, 4)
    .replace(/./g, (digit) => COMMON_LETTERS[Number.parseInt(digit, 16)]);
  rmSync(`${OUT}/popup`, { recursive: true, force: true });
  const manifest = { version, popup: {} };
  for (const locale of LOCALES) {
    const { modern, legacy } = popup[locale];
    const folder = `/popup/${version}`;
    const ship = (name, text) => {
      write(`${OUT}${folder}/${name}`, text);
      return `${folder}/${name}`;
    };
    manifest.popup[locale] = {
      path: ship(`${locale}.html`, modern.html),
      csp: modern.csp,
      legacy: {
        path: ship(`legacy.${locale}.html`, legacy.html),
        csp: legacy.csp,
        script: ship(`legacy.${locale}.js`, legacy.script),
      },
    };
  }
  writeFileSync(`${OUT}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** In old browsers `ui/legacy/` has another module in place of some: the one at the same path in there, which may use the first. */
const replacements = {
  name: 'legacy-replacements',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.') || importer.startsWith(resolve('ui/legacy') + sep)) return null;
    const path = relative('ui', resolve(dirname(importer), source));
    return ['.ts', '.tsx'].map((end) => resolve('ui/legacy', path + end)).find(existsSync) ?? null;
  },
};

const onwarn = (warning, warn) => warning.code === 'CIRCULAR_DEPENDENCY' || warn(warning);

/** What rollup takes to make one script of the popup in a language. `legacyScript` and `modernScript` make the text to ship of it. */
const modernInput = (locale) => ({ input: 'ui/main.ts', onwarn, plugins: popupPlugins(locale) });

/** @param {'ko' | 'en'} locale */
export const legacyInput = (locale) => ({
  input: 'ui/legacy.ts',
  context: 'window',
  onwarn,
  plugins: [replacements, ...popupPlugins(locale), commonjs({ include: /node_modules\/core-js/ })],
});

const modernOutput = { format: 'es' };

export const legacyOutput = {
  format: 'iife',
  strict: false,
  esModule: false,
  freeze: false,
  externalLiveBindings: false,
  generatedCode: { preset: 'es5', reservedNamesAsProps: false },
};

/** What was built so far in this run, by browsers and language: the files are written when all are there. */
const scripts = {};

/** The configuration of one script; `finish` makes the text to ship of rollup's. */
const script = (browsers, locale, input, output, finish) => ({
  ...input,
  output: { ...output, file: `${OUT}/popup-${browsers}-${locale}.js` },
  plugins: [
    ...input.plugins,
    {
      name: 'all-together',
      async generateBundle(_options, bundle) {
        for (const [name, { code }] of Object.entries(bundle)) {
          scripts[`${browsers}.${locale}`] = await finish(code);
          delete bundle[name];
        }
        if (Object.keys(scripts).length === 2 * LOCALES.length) writeAll(scripts);
      },
    },
  ],
});

/** The rollup configurations of the popup: two languages for browsers that know modules, two for the others. */
export const popup = [
  ...LOCALES.map((locale) => script('modern', locale, modernInput(locale), modernOutput, modernScript)),
  ...LOCALES.map((locale) => script('legacy', locale, legacyInput(locale), legacyOutput, legacyScript)),
];
