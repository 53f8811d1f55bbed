import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../../contract/locales';

/** A built file in every available content coding. */
export interface FrontFile {
  etag: string;
  /** By content coding; `identity` always exists. */
  bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer | undefined>> & { identity: Buffer };
}

/** A popup document and the Content-Security-Policy that it needs. */
interface PopupFile extends FrontFile {
  csp: string;
}

/** The popup in one language. */
interface Popup {
  /** For browsers with modules: one self-contained document. */
  modern: PopupFile;
  /** For Internet Explorer: a document and the script that it loads. */
  legacy: PopupFile;
  legacyScript: FrontFile;
}

type PopupByLocale = Readonly<Record<Locale, Popup>>;

/** The output of `npm run build`. */
export interface FrontFiles {
  script: FrontFile;
  /** The popup that the script opens. */
  current: PopupByLocale;
  /** By version: the current release and older ones that are kept. */
  popups: ReadonlyMap<string, PopupByLocale>;
}

interface Document {
  path: string;
  csp: string;
}

/** Written by `build/front.mjs`. */
interface Manifest {
  version: string;
  popups: Record<string, Record<Locale, Document & { legacy: Document & { script: string } }>>;
}

const ifThere = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);

async function readFrontFile(path: string): Promise<FrontFile> {
  const identity = await readFile(path);
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  return { etag, bodies: { identity, br: await ifThere(`${path}.br`), gzip: await ifThere(`${path}.gz`) } };
}

async function readAll(distDir: string): Promise<FrontFiles> {
  const manifest = JSON.parse(await readFile(join(distDir, 'manifest.json'), 'utf8')) as Manifest;
  const file = (path: string) => readFrontFile(join(distDir, path));
  const document = async ({ path, csp }: Document): Promise<PopupFile> => ({ ...(await file(path)), csp });
  const popupIn = async ({ legacy, ...modern }: Manifest['popups'][string][Locale]): Promise<Popup> => ({
    modern: await document(modern),
    legacy: await document(legacy),
    legacyScript: await file(legacy.script),
  });
  const popups = new Map<string, PopupByLocale>();
  for (const [version, inLocales] of Object.entries(manifest.popups)) {
    // An older release may lack a language that was added later.
    const spoken = LOCALES.map(async (locale) => [locale, await popupIn(inLocales[locale] ?? inLocales[LOCALES[0]])]);
    popups.set(version, Object.fromEntries(await Promise.all(spoken)));
  }
  const current = popups.get(manifest.version);
  if (!current) throw new Error(`The manifest of ${distDir} has no popup ${manifest.version}`);
  return { script: await file('js/okcashbagapi.js'), current, popups };
}

/** Resolves to the built files, or to undefined if there is no build. */
export type ReadFrontFiles = () => Promise<FrontFiles | undefined>;

/** Reads the built files once, as soon as there are some: what production serves does not change while it runs. */
export function readOnce(distDir: string): ReadFrontFiles {
  const read = () => readAll(distDir).catch(() => undefined);
  let kept = read();
  return async () => {
    const files = await kept;
    if (files) return files;
    kept = read();
    return kept;
  };
}

/** Reads the built files again whenever the script, which the build writes last, has changed. */
export function readWhenBuilt(distDir: string): ReadFrontFiles {
  let kept: { builtAt: number; files: Promise<FrontFiles> } | undefined;
  return async () => {
    try {
      const { mtimeMs: builtAt } = await stat(join(distDir, 'js/okcashbagapi.js'));
      if (kept?.builtAt !== builtAt) kept = { builtAt, files: readAll(distDir) };
      return await kept.files;
    } catch (_incomplete) {
      kept = undefined;
      return undefined;
    }
  };
}
