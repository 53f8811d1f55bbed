import { ensureBuild } from '../scripts/build.mjs';

/** What is tested is what is served: `dist/front`, built once before all workers when it is not up to date. */
export default ensureBuild;
