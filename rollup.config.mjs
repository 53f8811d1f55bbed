import { doctorPlugins } from './build/doctor.mjs';
import { serveBundle, serveScript, writePopup } from './build/front.mjs';
import { galleryPlugins } from './build/gallery.mjs';
import { es3Output } from './build/legacy.mjs';
import { LOCALES } from './build/locales.mjs';
import { legacyPlugins, modernPlugins } from './build/popup.mjs';
import { clientPlugins, commonJs, esModules, kitPlugins, types } from './build/published.mjs';
import { scriptPlugins } from './build/script.mjs';
import { sandboxPlugins, serverPlugins } from './build/server.mjs';

/**
 * Every bundle that is shipped. In `dist/bundles` they have source maps, which nobody serves or packs; `dist/front` is
 * made of them.
 */
const BUNDLES = 'dist/bundles';

/**
 * The popup for browsers that know modules.
 * @param {import('./contract/locales').Locale} locale
 */
export const modernPopup = (locale) => ({
  input: 'ui/main.ts',
  output: { file: `${BUNDLES}/popup.${locale}.js`, format: 'es', sourcemap: 'hidden' },
  plugins: modernPlugins(locale),
});

/**
 * What that popup does before its module is there.
 * @param {import('./contract/locales').Locale} locale
 */
const earlyPopup = (locale) => ({
  input: 'ui/early.ts',
  output: { file: `${BUNDLES}/early.${locale}.js`, format: 'iife', sourcemap: 'hidden' },
  plugins: modernPlugins(locale),
});

/**
 * The popup for Internet Explorer.
 * @param {import('./contract/locales').Locale} locale
 */
export const legacyPopup = (locale) => ({
  input: 'ui/legacy.ts',
  context: 'window',
  output: { file: `${BUNDLES}/legacy.popup.${locale}.js`, sourcemap: 'hidden', ...es3Output },
  plugins: legacyPlugins(locale),
});

/**
 * The script on merchants' pages.
 * @param {string} dir the folder that it goes to
 * @param {() => string | Promise<string>} popupVersion what to call for the version of the popup that it opens
 */
export const script = (dir, popupVersion) => ({
  input: 'src/okcashbagapi.ts',
  output: { file: `${dir}/okcashbagapi.js`, sourcemap: 'hidden', ...es3Output },
  plugins: scriptPlugins(popupVersion),
});

/** The doctor on merchants' pages. */
const doctor = {
  input: 'doctor/main.ts',
  output: { file: `${BUNDLES}/doctor.js`, format: 'iife' },
  plugins: [...doctorPlugins, serveBundle],
};

const served = script(BUNDLES, () => writePopup(BUNDLES));

const clientEntries = {
  index: 'client/index.ts',
  pure: 'client/pure.ts',
  react: 'client/react/index.ts',
  testing: 'client/testing/index.ts',
};

/** What pages import from the npm package. */
const client = {
  input: clientEntries,
  external: 'react',
  output: [esModules('dist/client'), commonJs('dist/client')],
  plugins: clientPlugins,
};

const NODE = /^node:/;
const kitEntries = { client: 'merchant/client.ts' };

/** The merchants' server kit, and its command. */
const kit = [
  {
    input: { ...kitEntries, cli: 'merchant/cli.ts' },
    external: NODE,
    output: esModules('dist/kit'),
    plugins: kitPlugins,
  },
  { input: kitEntries, external: NODE, output: commonJs('dist/kit'), plugins: kitPlugins },
];

/**
 * Screens of the popup in every state, for the sandbox's pages. Production does not serve them, and the package has no
 * source maps of them.
 * @param {import('./contract/locales').Locale} locale
 * @param {'modern' | 'legacy'} browsers
 */
const gallery = (locale, browsers) => ({
  input: 'ui/gallery/gallery.ts',
  output: { file: `dist/sandbox/gallery/${browsers}.${locale}.js`, format: 'es', sourcemap: true },
  plugins: galleryPlugins(locale, browsers),
});

/**
 * OCB's server for production.
 * @param {string} dir the folder that `server/` and what it imports go to
 */
export const server = (dir) => ({
  input: './server/main.ts',
  external: /^[^./]/,
  output: { dir, format: 'es', preserveModules: true, preserveModulesRoot: '.' },
  plugins: serverPlugins,
});

/** The sandbox that `npx okcashbag sandbox` runs. */
const sandbox = {
  input: './cli/sandbox.ts',
  external: /^[^./]/,
  output: { dir: 'dist/sandbox', format: 'es', preserveModules: true, preserveModulesRoot: '.' },
  plugins: sandboxPlugins,
};

export default [
  ...LOCALES.flatMap((locale) => [earlyPopup(locale), modernPopup(locale), legacyPopup(locale)]),
  doctor,
  // After the popup, whose version it carries.
  { ...served, plugins: [...served.plugins, serveScript] },
  ...LOCALES.flatMap((locale) => [gallery(locale, 'modern'), gallery(locale, 'legacy')]),
  client,
  types(clientEntries, 'dist/client', 'react'),
  ...kit,
  types(kitEntries, 'dist/kit', NODE),
  server('dist'),
  sandbox,
];
