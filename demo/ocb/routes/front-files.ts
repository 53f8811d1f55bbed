import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../../contract/result';

/** A built file in the encodings in which it can be sent. */
export interface FrontFile {
  etag: string;
  /** By content coding; `identity` is always there. */
  bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer | undefined>> & { identity: Buffer };
}

/** A popup document and the Content-Security-Policy that its hashes need. */
export interface PopupFile extends FrontFile {
  csp: string;
}

/** What `npm run build` made. */
export interface FrontFiles {
  version: string;
  script: FrontFile;
  popup: Readonly<Record<Locale, PopupFile>>;
}

interface Manifest {
  version: string;
  popup: Record<Locale, { path: string; csp: string }>;
}

const ifThere = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);

async function readFrontFile(path: string): Promise<FrontFile> {
  const identity = await readFile(path);
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  return { etag, bodies: { identity, br: await ifThere(`${path}.br`), gzip: await ifThere(`${path}.gz`) } };
}

async function readAll(distDir: string): Promise<FrontFiles> {
  const manifest = JSON.parse(await readFile(join(distDir, 'manifest.json'), 'utf8')) as Manifest;
  const popup = async (locale: Locale): Promise<PopupFile> => {
    const { path, csp } = manifest.popup[locale];
    return { ...(await readFrontFile(join(distDir, path))), csp };
  };
  return {
    version: manifest.version,
    script: await readFrontFile(join(distDir, 'js/okcashbagapi.js')),
    popup: { ko: await popup('ko'), en: await popup('en') },
  };
}

/**
 * What reads the built files, once for each build: they are kept in memory until the script, which the build writes last, is newer.
 * It answers undefined when there is no build.
 */
export function frontFilesReader(distDir: string): () => Promise<FrontFiles | undefined> {
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
