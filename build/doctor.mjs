import { readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { minify } from 'terser';
import { compileTypeScript, withMaps } from './typescript.mjs';

/** The rollup plugins of the doctor, for browsers of today. */
export const doctorPlugins = [
  compileTypeScript(['doctor', 'contract', 'src'], { target: 'es2020', ...withMaps }),
  nodeResolve(),
  {
    name: 'doctor-version',
    async renderChunk(code) {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
      const minified = await minify(code.replace('__VERSION__', version), { ecma: 2020 });
      return { code: minified.code, map: null };
    },
  },
];
