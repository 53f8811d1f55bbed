import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { styleOf } from './style.mjs';

/**
 * The popup's documents. For browsers that know modules it is one a language: HTML with its style and its script
 * inside, so that it comes in one answer, and is drawn before the script is there. No `unsafe-*` is needed, for the
 * policy names the hash of both.
 */

const base64Sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The style of that document. */
export const modernStyle = () => styleOf('ui/style', ['page', 'parts', 'fields', 'screens', 'keypad'], 'modern');

/** The style of the document for Internet Explorer. */
export const legacyStyle = () => styleOf('ui/legacy/style', ['page', 'parts', 'fields', 'screens', 'keypad'], 'legacy');

/** The value of the Content-Security-Policy header for a document with this style and scripts from there. */
const policy = (style, scripts) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${base64Sha256(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** A template with its words and its style. `%name%` is what `ui/words/` exports by that name. */
async function fillIn(template, locale, style) {
  const words = await tsImport(`../ui/words/${locale}.ts`, import.meta.url);
  return readFileSync(template, 'utf8')
    .replace('lang="ko"', `lang="${locale}"`)
    .replace(/\n/g, '')
    .replace(/%(\w+)%/g, (_all, name) => {
      if (typeof words[name] !== 'string') throw new Error(`${template}: ui/words/${locale}.ts has no text "${name}".`);
      return words[name];
    })
    .replace('<style></style>', () => `<style>${style}</style>`);
}

/**
 * The document that is everything.
 * @param {import('../contract/locales').Locale} locale
 * @param {string} early the script that runs as soon as the opening screen is there
 * @param {string} popup the module
 */
export async function modernDocument(locale, early, popup) {
  const style = modernStyle();
  const html = (await fillIn('ui/index.html', locale, style))
    .replace('<script></script>', () => `<script>${early}</script>`)
    .replace('<script type="module"></script>', () => `<script type="module">${popup}</script>`);
  return { html, csp: policy(style, `${base64Sha256(early)} ${base64Sha256(popup)}`) };
}

/** The document for Internet Explorer: its style inside, its script beside it. */
export async function legacyDocument(locale) {
  const style = legacyStyle();
  return { html: await fillIn('ui/legacy/index.html', locale, style), csp: policy(style, "'self'") };
}
