import { minify } from 'terser';
import { compileFor } from './compile.mjs';
import { ownProperties } from './shorten.mjs';

/** The script inside the document. */
export async function modernScript(chunk) {
  const { code = '' } = await minify(await compileFor(chunk, 'modern'), {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex: ownProperties } },
  });
  if (/<\/script|<!--/i.test(code)) throw new Error('The script would end its element early.');
  return code;
}
