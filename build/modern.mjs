import { minify } from 'terser';
import { compileFor } from './compile.mjs';

/** The script inside the document. */
export async function modernScript(chunk) {
  const { code = '' } = await minify(await compileFor(chunk, 'modern'), {
    module: true,
    ecma: 2020,
    compress: {
      passes: 3,
      keep_fargs: false,
      hoist_funs: true,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
    },
  });
  if (/<\/script|<!--/i.test(code)) throw new Error('The script would end its element early.');
  return code;
}
