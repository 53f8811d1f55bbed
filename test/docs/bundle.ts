import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import ts from 'typescript';

const require = createRequire(import.meta.url);

const PACKAGE: Record<string, string> = {
  okcashbagapi: resolve('dist/client/index.js'),
  'okcashbagapi/react': resolve('dist/client/react.js'),
};
const MAIN = '\0main.tsx';

const COMPILED = { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };

/**
 * A page's module that is made of files of `docs/examples` and of the package as it is published. React is the one of
 * this version.
 */
export async function bundleExample(main: string, react: 18 | 19 = 19): Promise<string> {
  const packageOf = (name: string) => (react === 18 ? `${name}-18` : name);
  const bundle = await rollup({
    input: MAIN,
    onwarn: () => undefined,
    plugins: [
      {
        name: 'example',
        resolveId(source, importer) {
          if (source === MAIN) return MAIN;
          if (importer === MAIN && source.startsWith('./')) return resolve('docs/examples', source);
          const [, name = '', rest = ''] = /^(react|react-dom)(\/.*)?$/.exec(source) ?? [];
          return name ? require.resolve(packageOf(name) + rest) : PACKAGE[source];
        },
        load: (id) => (id === MAIN ? main : null),
        transform: (code, id) =>
          /\.tsx?$/.test(id) ? { code: ts.transpileModule(code, { compilerOptions: COMPILED }).outputText } : null,
      },
      commonjs(),
      nodeResolve(),
    ],
  });
  const intro = "var process = { env: { NODE_ENV: 'development' } };";
  const { output } = await bundle.generate({ format: 'es', intro });
  return output[0].code;
}
