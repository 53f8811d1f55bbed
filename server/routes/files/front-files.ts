import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES, type Locale, localeFor } from '../../../contract/locales';
import { SAFE_HEADERS } from '../safe-headers';
import { DOCUMENT, type Headers, IMMUTABLE, JAVASCRIPT, REVALIDATED, SCRIPT } from './headers';

/** The body of a response, and its headers. */
interface Prepared {
  headers: Headers;
  body: Buffer;
}

/** A built file, ready to be sent. */
export interface FrontFile {
  etag: string;
  /** The headers of a 304. */
  headers: Headers;
  /** By content coding; `identity` always exists. */
  bodies: Readonly<Record<'br' | 'gzip', Prepared | undefined>> & { identity: Prepared };
}

/** What is sent for a path. */
export interface Served {
  file: FrontFile;
  /** For old browsers, where they get another file. */
  legacy?: FrontFile;
}

/** The output of `npm run build`, by path. */
export type FrontFiles = ReadonlyMap<string, Served>;

export const SCRIPT_PATH = '/js/okcashbagapi.js';
/** Looks for what is wrong on a merchant's page. Loaded on demand. */
export const DOCTOR_PATH = '/js/doctor.js';
const POPUP_PATH = /^\/popup\/([^/]+)\/([^/]+)$/;
/** The script of the document for old browsers. */
export const LEGACY_SCRIPT = /\/legacy\.[a-z]+\.js$/;
/** Stands in a path for every version that is not kept. */
const NOT_KEPT = '*';

interface Document {
  path: string;
  csp: string;
}

/** Written by `build/front.mjs`. */
interface Manifest {
  version: string;
  popups: Record<string, Record<Locale, Document & { legacy: Document & { script: string } }>>;
  /** Scripts under URLs of their own. */
  scripts?: Record<string, { path: string }>;
}

/** Reads a file in every available coding. */
async function readFrontFile(path: string, always: Headers): Promise<FrontFile> {
  const body = await readFile(path);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...SAFE_HEADERS, ...always, ETag: etag };
  const prepared = (body: Buffer, coding: Headers = {}): Prepared => ({
    headers: { ...headers, ...coding, 'Content-Length': `${body.length}` },
    body,
  });
  const coded = async (coding: string, extension: string) => {
    const compressed = await readFile(path + extension).catch(() => undefined);
    return compressed && prepared(compressed, { 'Content-Encoding': coding });
  };
  const [br, gzip] = await Promise.all([coded('br', '.br'), coded('gzip', '.gz')]);
  return { etag, headers, bodies: { br, gzip, identity: prepared(body) } };
}

async function readAll(distDir: string): Promise<FrontFiles> {
  const {
    version,
    popups,
    scripts = {},
  } = JSON.parse(await readFile(join(distDir, 'manifest.json'), 'utf8')) as Manifest;
  const current = popups[version];
  if (!current) throw new Error(`The manifest of ${distDir} has no popup ${version}`);
  const files = new Map<string, Served>();
  const read = (path: string, headers: Headers) => readFrontFile(join(distDir, path), headers);
  const addPopup = async (folder: string, popup: Manifest['popups'][string], caching: Headers) => {
    for (const locale of LOCALES) {
      // An older release may lack a language that was added later.
      const { legacy, ...modern } = popup[locale] ?? popup[LOCALES[0]];
      const document = ({ path, csp }: Document) =>
        read(path, { ...DOCUMENT, ...caching, 'Content-Security-Policy': csp });
      files.set(`/popup/${folder}/${locale}`, { file: await document(modern), legacy: await document(legacy) });
      const script = await read(legacy.script, { ...JAVASCRIPT, ...caching });
      files.set(`/popup/${folder}/legacy.${locale}.js`, { file: script });
    }
  };
  for (const [kept, popup] of Object.entries(popups)) await addPopup(kept, popup, IMMUTABLE);
  await addPopup(NOT_KEPT, current, REVALIDATED);
  for (const { path } of Object.values(scripts)) {
    files.set(path, { file: await read(path, { ...JAVASCRIPT, ...SCRIPT, ...IMMUTABLE }) });
  }
  for (const path of [SCRIPT_PATH, DOCTOR_PATH]) {
    files.set(path, { file: await read(path, { ...JAVASCRIPT, ...SCRIPT }) });
  }
  return files;
}

/**
 * Returns what is sent for a URL's path. A language can be any tag (`en-GB`, `en.html`). A version that is not kept is
 * the current one.
 */
export function servedAt(files: FrontFiles, url: string): Served | undefined {
  const exact = files.get(url);
  if (exact) return exact;
  const [path = ''] = url.split('?', 1);
  const [, version, last] = POPUP_PATH.exec(path) ?? [];
  if (last === undefined) return files.get(path);
  const name = LEGACY_SCRIPT.test(path) ? last : localeFor(last);
  return files.get(`/popup/${version}/${name}`) ?? files.get(`/popup/${NOT_KEPT}/${name}`);
}

/** Returns or resolves to the built files, or to undefined if there is no build. */
export type ReadFrontFiles = () => FrontFiles | undefined | Promise<FrontFiles | undefined>;

/** Reads the built files once, as soon as there are some: what production serves does not change while it runs. */
export function readOnce(distDir: string): ReadFrontFiles {
  let kept: FrontFiles | undefined;
  const read = async () => {
    kept = await readAll(distDir).catch(() => undefined);
    return kept;
  };
  read();
  return () => kept ?? read();
}

/** Reads the built files again whenever the script, which the build writes last, has changed. */
export function readWhenBuilt(distDir: string): ReadFrontFiles {
  const lastWritten = join(distDir, SCRIPT_PATH);
  let builtAt: number | undefined;
  let kept: ReturnType<ReadFrontFiles>;
  return () => {
    // Some microseconds; by a thread of the pool, an answer would be milliseconds later where processors are few.
    const changedAt = statSync(lastWritten, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt !== builtAt || !kept) {
      builtAt = changedAt;
      const reading = readAll(distDir)
        .catch(() => undefined)
        .then((files) => {
          if (kept === reading) kept = files;
          return files;
        });
      kept = reading;
    }
    return kept;
  };
}
