import { resolve } from 'node:path';
import { transformAsync } from '@babel/core';
import presetEnv from '@babel/preset-env';
import nodeResolve from '@rollup/plugin-node-resolve';
import ts from 'typescript';

/** What both bundles of the popup have in common: how its source becomes one script in one language, and that script one for a group of browsers. */

/** `words` is what the popup says, in the language of the bundle. For TypeScript and the tests it is Korean (`tsconfig.json`, `vitest.config.ts`). */
const words = (locale) => ({
  name: 'words',
  resolveId: (source) => (source === 'words' ? resolve(`ui/words/${locale}.ts`) : null),
});

/** Types away, JSX to calls. Whether the types are right is told by `npm run types`, once for all. */
const typescript = {
  name: 'typescript',
  transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    const { options } = ts.convertCompilerOptionsFromJson(COMPILER_OPTIONS, '.');
    return { code: ts.transpileModule(code, { fileName: id, compilerOptions: options }).outputText, map: null };
  },
};
const COMPILER_OPTIONS = {
  target: 'esnext',
  module: 'esnext',
  jsx: 'react',
  jsxFactory: 'h',
  verbatimModuleSyntax: true,
};

/**
 * The rollup plugins that make one script of the popup.
 * @param {'ko' | 'en'} locale
 */
export const popupPlugins = (locale) => [
  words(locale),
  nodeResolve({ extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
  typescript,
];

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
 * The script as a group of browsers can read it.
 * @param {string} code
 * @param {'modern' | 'legacy'} browsers a section of .browserslistrc
 * @param {import('@babel/core').PluginItem[]} plugins what else is to be changed
 */
export async function compileFor(code, browsers, plugins = []) {
  const { code: compiled } = await transformAsync(code, {
    configFile: false,
    babelrc: false,
    browserslistEnv: browsers,
    browserslistConfigFile: resolve('.browserslistrc'),
    compact: false,
    assumptions,
    presets: [
      // There are no symbols, and a function expression with a name is a second function in JScript.
      [presetEnv, { modules: false, bugfixes: true, exclude: ['transform-typeof-symbol', 'transform-function-name'] }],
    ],
    plugins,
  });
  return compiled;
}
