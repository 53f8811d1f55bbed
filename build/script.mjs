import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import typescript from '@rollup/plugin-typescript';
import { minify } from 'terser';
import { requireEs3 } from './es3.mjs';
import { writeTypes } from './types.mjs';

/** The script on the merchants' pages: one file for every browser since IE 8, so ES3 to the letter, without a `catch`: JScript leaks its parameter. */
const minifyOptions = {
  ecma: 5,
  ie8: true,
  toplevel: true,
  compress: { passes: 4, pure_getters: true, unsafe: true, keep_fargs: false },
};

/**
 * The rollup configuration of the script.
 * @param {string} dir where the popup's manifest is and `js/okcashbagapi.js` goes
 * @param {string} types where the types go
 * @returns {import('rollup').RollupOptions}
 */
export function scriptIn(dir, types) {
  const values = {};
  return {
    input: 'src/okcashbagapi.ts',
    output: {
      file: `${dir}/js/okcashbagapi.js`,
      format: 'iife',
      strict: false,
      esModule: false,
      freeze: false,
      externalLiveBindings: false,
      generatedCode: { preset: 'es5', reservedNamesAsProps: false },
    },
    plugins: [
      nodeResolve({ extensions: ['.ts'] }),
      typescript({ noEmit: false, target: 'es5', include: ['src/**', 'contract/**'], noEmitOnError: true }),
      {
        name: 'one-script',
        buildStart() {
          values.__VERSION__ = JSON.parse(readFileSync('package.json', 'utf8')).version;
          values.__POPUP_VERSION__ = JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8')).version;
        },
        async renderChunk(chunk) {
          const whole = chunk.replace(/__(POPUP_)?VERSION__/g, (name) => values[name]);
          const { code } = await minify(whole, minifyOptions);
          requireEs3('the script', code);
          return { code, map: null };
        },
        generateBundle(_options, bundle) {
          for (const script of Object.values(bundle)) {
            const { fileName } = script;
            // Rollup ends a file with a line break; here it is a byte.
            script.code = script.code.trimEnd();
            const bytes = Buffer.from(script.code);
            const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
            this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(bytes, { params }) });
            this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(bytes, { level: 9 }) });
          }
          writeTypes('src/api.ts', types);
        },
      },
    ],
  };
}

/** What `npm run build` makes. */
export const script = scriptIn('dist/front', 'dist/types/okcashbagapi.d.ts');
