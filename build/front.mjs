import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { legacyDocument, modernDocument } from './documents.mjs';
import { LOCALES } from './locales.mjs';
import { releases } from './releases.mjs';

/** What the front server serves, made of the bundles: `dist/front`, with each file as it is, `.br` and `.gz`. */

const FRONT = 'dist/front';
const SCRIPT = '/js/okcashbagapi.js';

/**
 * @typedef {object} Document
 * @property {string} path the file, below dist/front
 * @property {string} csp its Content-Security-Policy
 */
/** @typedef {Document & { legacy: Document & { script: string } }} Popup */
/**
 * @typedef {object} Script
 * @property {string} path its URL on the front server, and the file below dist/front
 * @property {string} integrity for the attribute of a tag (SRI)
 */
/**
 * @typedef {object} Manifest `dist/front/manifest.json`
 * @property {string} version of the popup that `js/okcashbagapi.js` opens
 * @property {Record<string, Record<import('../contract/locales').Locale, Popup>>} popups by version
 * @property {Record<string, Script>} [scripts] by the package's version
 */

function write(path, content) {
  const bytes = Buffer.from(content);
  mkdirSync(dirname(`${FRONT}${path}`), { recursive: true });
  writeFileSync(`${FRONT}${path}`, bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${FRONT}${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${FRONT}${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** The files of the popup in a language, by name, and what the manifest says of them. */
async function popupIn(locale, bundles) {
  const text = (name) => readFileSync(`${bundles}/${name}.js`, 'utf8').trimEnd();
  const modern = await modernDocument(locale, text(`early.${locale}`), text(`popup.${locale}`));
  const legacy = await legacyDocument(locale);
  const names = { modern: `${locale}.html`, legacy: `legacy.${locale}.html`, script: `legacy.${locale}.js` };
  return {
    files: {
      [names.modern]: modern.html,
      [names.legacy]: legacy.html,
      [names.script]: text(`legacy.popup.${locale}`),
    },
    entry: (folder) => ({
      path: `${folder}/${names.modern}`,
      csp: modern.csp,
      legacy: { path: `${folder}/${names.legacy}`, csp: legacy.csp, script: `${folder}/${names.script}` },
    }),
  };
}

/** 64 bits of a hash of what the popup is: browsers keep a version for a year, so no two may share one. */
const versionOf = (files) => createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);

/**
 * Writes the popup in `popup/<version>/`, in each language a document, and for browsers without modules another with a
 * script of its own; beside it the popups of older releases; and the manifest.
 * @param {string} bundles the folder of the popup's bundles
 * @returns {Promise<string>} the popup's version
 */
export async function writePopup(bundles) {
  const popups = await Promise.all(LOCALES.map(async (locale) => ({ locale, ...(await popupIn(locale, bundles)) })));
  const files = Object.assign({}, ...popups.map((popup) => popup.files));
  const version = versionOf(files);
  const folder = `/popup/${version}`;
  rmSync(`${FRONT}/popup`, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) write(`${folder}/${name}`, text);
  const older = {};
  for (const release of releases().filter(({ popupVersion }) => popupVersion !== version)) {
    for (const path of release.files) write(path, readFileSync(`${release.folder}${path}`));
    older[release.popupVersion] = release.popup;
  }
  const entries = Object.fromEntries(popups.map(({ locale, entry }) => [locale, entry(folder)]));
  /** @type {Manifest} */
  const manifest = { version, popups: { [version]: entries, ...older } };
  writeFileSync(`${FRONT}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return version;
}

/** Removes what earlier builds have left: it would be packed. */
function removeOwnUrls() {
  const js = `${FRONT}/js`;
  if (!existsSync(js)) return;
  for (const name of readdirSync(js)) {
    if (/-[0-9a-f]{8}$/.test(name)) rmSync(`${js}/${name}`, { recursive: true });
  }
}

/**
 * Writes a script under a URL of its own, whose bytes never change: the hash distinguishes builds before a release.
 * @returns {Script}
 */
function writeScript(version, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const path = `/js/${version}-${hash}/okcashbagapi.js`;
  write(path, text);
  return { path, integrity: `sha384-${createHash('sha384').update(text).digest('base64')}` };
}

/** The rollup plugin that serves a bundle in `js/`. */
export const serveBundle = {
  name: 'serve-bundle',
  writeBundle: ({ file }) => write(`/js/${basename(file)}`, readFileSync(file, 'utf8').trimEnd()),
};

/**
 * The rollup plugin that serves the script: the one that follows the releases, and beside it this version and each that
 * is kept, with their hashes in the manifest.
 */
export const serveScript = {
  name: 'serve-script',
  writeBundle({ file }) {
    removeOwnUrls();
    const text = readFileSync(file, 'utf8').trimEnd();
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const kept = releases().map(({ folder }) => [basename(folder), readFileSync(`${folder}${SCRIPT}`, 'utf8')]);
    const scripts = Object.fromEntries(
      [...kept, [version, text]].map(([name, script]) => [name, writeScript(name, script)]),
    );
    const manifest = JSON.parse(readFileSync(`${FRONT}/manifest.json`, 'utf8'));
    writeFileSync(`${FRONT}/manifest.json`, `${JSON.stringify({ ...manifest, scripts }, null, 2)}\n`);
    write(SCRIPT, text);
  },
};
