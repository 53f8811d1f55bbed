import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import { minify } from 'terser';
import { minifyCss } from './css.mjs';
import { preactForFunctions } from './preact.mjs';
import { ownProperties, shortEvents } from './shorten.mjs';

/**
 * The popup is one document a language: HTML with its style and its script inside, so that it comes in one answer.
 * No `unsafe-*` is needed, for the policy names the hash of both.
 */

const OUT = 'dist/front';
/** The words come from this file, or from its namesake of another language. */
const WORDS = /\/text\/ko$/;

const base64Sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The value of the Content-Security-Policy header for a document with this style and this script. */
const policy = (style, script) =>
  [
    "default-src 'none'",
    `script-src ${base64Sha256(script)}`,
    `style-src ${base64Sha256(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** The text of a constant of the language's file: for what the document shows before its script runs. */
function word(locale, name) {
  const found = new RegExp(`^export const ${name} = '(.*)';$`, 'm').exec(readFileSync(`ui/text/${locale}.ts`, 'utf8'));
  if (!found) throw new Error(`ui/text/${locale}.ts: expected a line "export const ${name} = '…';"`);
  return found[1];
}

async function document(locale, code) {
  const style = minifyCss(readFileSync('ui/style.css', 'utf8'));
  const { code: script = '' } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex: ownProperties } },
  });
  if (/<\/script|<!--/i.test(script)) throw new Error('The script would end its element early.');
  const parts = { title: word(locale, 'brand'), opening: word(locale, 'opening') };
  const html = readFileSync('ui/index.html', 'utf8')
    .replace('lang="ko"', `lang="${locale}"`)
    .replace(/\n/g, '')
    .replace(/%(\w+)%/g, (_all, name) => parts[name])
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace(/(<script[^>]*>)(?=<\/script>)/, (start) => start + script);
  return { html, csp: policy(style, script) };
}

function write(path, text) {
  const bytes = Buffer.from(text);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** Writes both documents under the version that both make, and the manifest that the front server reads. */
function writeAll(documents) {
  const hash = createHash('sha256');
  for (const { html } of Object.values(documents)) hash.update(html);
  const version = hash.digest('hex').slice(0, 4);
  rmSync(`${OUT}/popup`, { recursive: true, force: true });
  const manifest = { version, popup: {} };
  for (const [locale, { html, csp }] of Object.entries(documents)) {
    const path = `/popup/${version}/${locale}.html`;
    write(OUT + path, html);
    manifest.popup[locale] = { path, csp };
  }
  writeFileSync(`${OUT}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What was built so far in this run: the files are written when both languages are there. */
const built = {};

/**
 * The rollup configuration of the popup in one language.
 * @param {'ko' | 'en'} locale
 * @returns {import('rollup').RollupOptions}
 */
export function popup(locale) {
  return {
    input: 'ui/main.tsx',
    onwarn: (warning, warn) => warning.code === 'CIRCULAR_DEPENDENCY' || warn(warning),
    output: { file: `${OUT}/popup-${locale}.js`, format: 'es' },
    plugins: [
      {
        name: 'words',
        resolveId: (source, importer) =>
          importer && WORDS.test(source)
            ? resolve(dirname(importer), source.replace(WORDS, `/text/${locale}.ts`))
            : null,
      },
      preactForFunctions,
      shortEvents,
      nodeResolve({ extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
      typescript({ noEmit: false, target: 'es2020', include: ['ui/**', 'contract/**'], noEmitOnError: true }),
      {
        name: 'one-document',
        async generateBundle(_options, bundle) {
          for (const name of Object.keys(bundle)) {
            const file = bundle[name];
            if (file.type === 'chunk') built[locale] = await document(locale, file.code);
            delete bundle[name];
          }
          if (built.ko && built.en) writeAll({ ko: built.ko, en: built.en });
        },
      },
    ],
  };
}
