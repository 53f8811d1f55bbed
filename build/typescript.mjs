import typescript from '@rollup/plugin-typescript';

/**
 * The rollup plugin that compiles the TypeScript of a bundle, as `tsconfig.json` says. Whether the types are right is
 * the business of `npm run types`, once for all.
 * @param {string[]} folders where the bundle's source is
 * @param {import('typescript').CompilerOptions} options what is different from `tsconfig.json`, as it is written there
 */
export const compileTypeScript = (folders, options) =>
  typescript({
    include: folders.map((folder) => `${folder}/**`),
    compilerOptions: { noEmit: false, noCheck: true, incremental: false, tsBuildInfoFile: null, types: [], ...options },
  });

/** For bundles that have source maps: they hold the source as well. */
export const withMaps = { sourceMap: true, inlineSources: true };
