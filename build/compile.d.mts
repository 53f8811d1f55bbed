import type { Plugin } from 'rollup';

export function popupPlugins(locale: 'ko' | 'en'): Plugin[];
export function compileFor(code: string, browsers: 'modern' | 'legacy', plugins?: unknown[]): Promise<string>;
