import { existsSync, readFileSync } from 'node:fs';

interface Document {
  path: string;
  csp: string;
}

type Popup = Record<'ko' | 'en', Document & { legacy: Document & { script: string } }>;

interface Manifest {
  version: string;
  popups: Record<string, Popup>;
}

const MANIFEST = 'dist/front/manifest.json';

/** What the last build made: what is tested is what is served. `npm test` builds first. */
export function built(): { popup: Popup } {
  if (!existsSync(MANIFEST)) throw new Error(`Expected ${MANIFEST}: run "npm run build" first.`);
  const { version, popups }: Manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  return { popup: popups[version] as Popup };
}
