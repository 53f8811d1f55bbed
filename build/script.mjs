import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minifyEs3 } from './legacy.mjs';
import { compileTypeScript, withMaps } from './typescript.mjs';

/** Puts the versions into the script: its own, which is the package's, and that of the popup that it opens. */
const versions = (popupVersion) => {
  const values = {};
  return {
    name: 'versions',
    async buildStart() {
      values.__VERSION__ = JSON.parse(readFileSync('package.json', 'utf8')).version;
      values.__POPUP_VERSION__ = await popupVersion();
    },
    renderChunk: (code) => ({ code: code.replace(/__(POPUP_)?VERSION__/g, (name) => values[name]), map: null }),
  };
};

/**
 * The rollup plugins that make the script for merchants' pages: one file for every browser since Internet Explorer 8,
 * without a `catch`, because JScript leaks its parameter.
 * @param {() => string | Promise<string>} popupVersion
 */
export const scriptPlugins = (popupVersion) => [
  compileTypeScript(['src', 'contract'], { target: 'es5', ...withMaps }),
  nodeResolve(),
  versions(popupVersion),
  minifyEs3({
    toplevel: true,
    compress: { passes: 3, pure_getters: true },
    // Names that only the script itself reads.
    mangle: { properties: { regex: /^_/ } },
  }),
];
