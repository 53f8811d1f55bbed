import { minify } from 'terser';
import { compileFor } from './compile.mjs';
import { requireEs3 } from './es3.mjs';
import { ownProperties } from './shorten.mjs';

/** The script for browsers without modules: ES3 to the letter. */
export async function legacyScript(chunk) {
  const { code = '' } = await minify(await compileFor(chunk, 'legacy'), {
    ecma: 5,
    ie8: true,
    compress: { passes: 3, pure_getters: true },
    mangle: { properties: { regex: ownProperties } },
  });
  requireEs3('the popup', code);
  return code;
}
