import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import { compileTypeScript } from './typescript.mjs';
import { wireSchemas, wireTypes } from './wire.mjs';

/** The rollup plugins of what is published: the merchants' server kit, and types that need no other file or package. */

/** Lets a file that begins with `#!` be run. */
const executable = {
  name: 'executable',
  writeBundle({ dir }, bundle) {
    for (const { fileName, code } of Object.values(bundle)) {
      if (code?.startsWith('#!')) chmodSync(join(dir, fileName), 0o755);
    }
  },
};

/** Plain modules that need nothing but Node. */
export const kitPlugins = [
  wireSchemas,
  compileTypeScript(['merchant', 'contract'], { target: 'es2022' }),
  nodeResolve(),
  executable,
];

export const typesPlugins = [wireTypes, dts()];
