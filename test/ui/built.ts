import { existsSync, readFileSync } from 'node:fs';

interface Document {
  path: string;
  csp: string;
}

interface Manifest {
  version: string;
  popup: Record<'ko' | 'en', Document & { legacy: Document & { script: string } }>;
}

const MANIFEST = 'dist/front/manifest.json';

/** What the last build made: what is tested is what is served. `npm test` builds first. */
export function built(): Manifest {
  if (!existsSync(MANIFEST)) throw new Error(`Expected ${MANIFEST}: run "npm run build" first.`);
  return JSON.parse(readFileSync(MANIFEST, 'utf8'));
}
