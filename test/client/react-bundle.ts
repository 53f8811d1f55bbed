import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { compileTypeScript } from '../../build/typescript.mjs';

const require = createRequire(import.meta.url);

/** The packages of a major version; React 19 is installed under its own name. */
const PACKAGES = {
  18: { react: 'react-18', 'react-dom': 'react-dom-18' },
  19: { react: 'react', 'react-dom': 'react-dom' },
};

/** The script of `react-page.ts` with React as developers have it. */
export async function bundleReactPage(version: keyof typeof PACKAGES): Promise<string> {
  const packages: Record<string, string> = PACKAGES[version];
  const bundle = await rollup({
    input: resolve('test/client/react-page.ts'),
    onwarn: () => undefined,
    plugins: [
      {
        name: `react ${version}`,
        resolveId(source) {
          const [, name = '', rest = ''] = /^(react|react-dom)(\/.*)?$/.exec(source) ?? [];
          return name in packages ? require.resolve(`${packages[name]}${rest}`) : null;
        },
      },
      compileTypeScript(['test/client', 'client', 'src', 'contract'], { target: 'es2022' }),
      commonjs(),
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({
    format: 'iife',
    intro: "var process = { env: { NODE_ENV: 'development' } };",
  });
  return output[0].code;
}
