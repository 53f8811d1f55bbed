export const SHIMS: { name: string; module: string; found: string; instead: string }[];
