import { minify } from 'terser';
import { catchParameters, caughtIn } from './catch-parameters.mjs';
import { compileFor } from './compile.mjs';
import { requireEs3 } from './es3.mjs';

/** The script for browsers without modules: ES3 to the letter. */
export async function legacyScript(chunk) {
  const compiled = await compileFor(chunk, 'legacy', [catchParameters]);
  const { code = '' } = await minify(compiled, {
    ecma: 5,
    ie8: true,
    compress: { passes: 3, pure_getters: true },
    mangle: { reserved: caughtIn(compiled) },
  });
  requireEs3('the popup', code);
  return code;
}
