import type { Plugin } from 'rollup';

/** `options` are written as in `tsconfig.json`. */
export function compileTypeScript(folders: string[], options: Record<string, unknown>): Plugin;
