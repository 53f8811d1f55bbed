import { ensureBuild } from './build.mjs';

/**
 * npm runs it (`prepare`) before it packs, and when the package is installed from git or from a folder: what is
 * installed is what is built.
 */
await ensureBuild();
