import { resolve } from 'node:path';
import { transformAsync } from '@babel/core';
import presetEnv from '@babel/preset-env';
import { minify } from 'terser';
import { catchParameters, caughtIn } from './catch-parameters.mjs';
import { requireEs3 } from './es3.mjs';

/** How a bundle becomes a script that Internet Explorer 8 can read: ES3 to the letter. */

/** Rollup's part of it. */
export const es3Output = {
  format: 'iife',
  strict: false,
  esModule: false,
  freeze: false,
  externalLiveBindings: false,
  generatedCode: { preset: 'es5', reservedNamesAsProps: false },
};

/** Shapes that the source does not have: what is spread or taken apart is an array or a plain object. */
const assumptions = {
  iterableIsArray: true,
  noDocumentAll: true,
  ignoreFunctionLength: true,
  pureGetters: true,
  setSpreadProperties: true,
  setComputedProperties: true,
};

/**
 * Compiles newer syntax for [legacy] in .browserslistrc.
 * @param {string} code
 * @param {import('@babel/core').PluginItem[]} plugins what else is to be changed
 */
export const toEs3 = (code, plugins = []) =>
  transformAsync(code, {
    configFile: false,
    babelrc: false,
    browserslistEnv: 'legacy',
    browserslistConfigFile: resolve('.browserslistrc'),
    compact: false,
    sourceMaps: true,
    assumptions,
    presets: [
      // There are no symbols, and a function expression with a name is a second function in JScript.
      [presetEnv, { modules: false, bugfixes: true, exclude: ['transform-typeof-symbol', 'transform-function-name'] }],
    ],
    plugins: [catchParameters, ...plugins],
  });

/** The rollup plugin that compiles what is newer than ES3. */
export const compileToEs3 = { name: 'compile-to-es3', renderChunk: (code) => toEs3(code) };

/**
 * The rollup plugin that makes a script small, and stops the build when Internet Explorer 8 cannot read it.
 * @param {import('terser').MinifyOptions} options
 */
export const minifyEs3 = (options = {}) => ({
  name: 'minify-es3',
  async renderChunk(chunk, { fileName }) {
    const mangle = { ...options.mangle, reserved: caughtIn(chunk) };
    const { code, map } = await minify(chunk, { ecma: 5, ie8: true, sourceMap: true, ...options, mangle });
    requireEs3(fileName, code);
    return { code, map };
  },
});
