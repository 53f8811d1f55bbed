import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import { tsImport } from 'tsx/esm/api';
import { compileTypeScript } from './typescript.mjs';
import { errorCodes, wireSchemas, wireTypes } from './wire.mjs';

/**
 * What the npm package has for pages and for Node: each entry as an ES module and as CommonJS, each with types of its
 * own, because TypeScript takes a file of types for one kind of module.
 */

/** Entries keep their names in a folder; what two of them share is a file of its own. */
const output = (dir, format, extension) => ({
  dir,
  format,
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `shared/[name].${extension}`,
  minifyInternalExports: false,
});

export const esModules = (dir) => output(dir, 'es', 'js');
export const commonJs = (dir) => output(dir, 'cjs', 'cjs');

/**
 * The types of some entries, for both kinds of modules.
 * @param {Record<string, string>} input the source of each entry, by its name
 * @param {string} dir
 * @param {string | RegExp} external
 * @returns {import('rollup').RollupOptions}
 */
export const types = (input, dir, external) => ({
  input,
  external,
  output: [output(dir, 'es', 'd.ts'), output(dir, 'es', 'd.cts')],
  plugins: [wireTypes, errorCodes, dts()],
});

/** Lets a file that begins with `#!` be run. */
const executable = {
  name: 'executable',
  writeBundle({ dir }, bundle) {
    for (const { fileName, code } of Object.values(bundle)) {
      if (code?.startsWith('#!')) chmodSync(join(dir, fileName), 0o755);
    }
  },
};

/** The merchants' server kit: plain modules that need nothing but Node. */
export const kitPlugins = [
  wireSchemas,
  compileTypeScript(['merchant', 'contract'], { target: 'es2022' }),
  nodeResolve(),
  executable,
];

/** Writes out the messages that the script has of the error table, so that who imports them has no table. */
const scriptWords = {
  name: 'script-words',
  async transform(code, id) {
    if (id !== resolve('src/words.ts')) return null;
    const { ERRORS } = await tsImport('../contract/errors.ts', import.meta.url);
    const message = (_whole, errorCode, locale) => JSON.stringify(ERRORS[errorCode][locale]);
    return { code: code.replace(/ERRORS\['(\d{4})'\]\.(\w+)/g, message), map: null };
  },
};

/** Next.js renders a module with hooks in the browser only if it says so. */
const useClient = {
  name: 'use-client',
  renderChunk: (code, { name }) => (name === 'react' ? { code: `'use client';\n${code}`, map: null } : null),
};

/** What pages import: plain modules that every bundler of today reads. */
export const clientPlugins = [
  compileTypeScript(['client', 'contract', 'src'], { target: 'es2020' }),
  scriptWords,
  nodeResolve(),
  useClient,
];
