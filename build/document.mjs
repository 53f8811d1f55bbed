import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { styleOf } from './style.mjs';

/**
 * The popup's documents. For browsers that know modules it is one a language: HTML with its style and its script inside, so that it
 * comes in one answer. No `unsafe-*` is needed, for the policy names the hash of both.
 */

const base64Sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

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

/** The text of a constant of the language's file: for what the document shows before its script runs. */
function word(locale, name) {
  const found = new RegExp(`^export const ${name} = '(.*)';$`, 'm').exec(readFileSync(`ui/words/${locale}.ts`, 'utf8'));
  if (!found) throw new Error(`ui/words/${locale}.ts: expected a line "export const ${name} = '…';"`);
  return found[1];
}

/** A template with its words and its style. */
function fillIn(template, locale, style) {
  const parts = { locale, title: word(locale, 'brand'), opening: word(locale, 'opening') };
  return readFileSync(template, 'utf8')
    .replace('lang="ko"', `lang="${locale}"`)
    .replace(/\n/g, '')
    .replace(/%(\w+)%/g, (_all, name) => parts[name])
    .replace('<style></style>', () => `<style>${style}</style>`);
}

/** The document that is everything. */
export function modernDocument(locale, script) {
  const style = styleOf('ui/style', ['page', 'parts', 'screens'], 'modern');
  const start = '<script type="module">';
  const html = fillIn('ui/index.html', locale, style).replace(start, () => start + script);
  return { html, csp: policy(style, base64Sha256(script)) };
}

/** The document for Internet Explorer: its style inside, its script beside it. */
export function legacyDocument(locale) {
  const style = styleOf('ui/legacy/style', ['page', 'parts', 'fields', 'screens'], 'legacy');
  return { html: fillIn('ui/legacy/index.html', locale, style), csp: policy(style, "'self'") };
}
