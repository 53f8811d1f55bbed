import type { RollupOptions } from 'rollup';

export const script: RollupOptions;
export function scriptIn(dir: string, types: string): RollupOptions;
