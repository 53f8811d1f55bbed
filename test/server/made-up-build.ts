import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A folder in place of dist/front, in which builds are made up. */
export const folder = mkdtempSync(join(tmpdir(), 'ocb-files-'));

/** Writes the output of a build with its time; `older` is the popup of an older release. */
export function build(version: string, builtAt: number, older?: string): void {
  mkdirSync(join(folder, 'js'), { recursive: true });
  const versions = older ? [version, older] : [version];
  const popups = Object.fromEntries(versions.map((each) => [each, buildPopup(each)]));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version, popups }));
  write('js/doctor.js', `doctor ${version}`);
  write('js/okcashbagapi.js', `script ${version}`);
  utimesSync(join(folder, 'js/okcashbagapi.js'), builtAt, builtAt);
}

/** Writes a file of a build, as it is and compressed. */
export function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
}

/** Writes the files of a popup, and returns its entry in the manifest. */
function buildPopup(version: string): object {
  mkdirSync(join(folder, 'popup', version), { recursive: true });
  const popup = (locale: string) => ({
    path: `/popup/${version}/${locale}.html`,
    csp: `default-src 'none'; x-${locale}`,
    legacy: {
      path: `/popup/${version}/legacy.${locale}.html`,
      csp: `default-src 'none'; old-${locale}`,
      script: `/popup/${version}/legacy.${locale}.js`,
    },
  });
  for (const locale of ['ko', 'en']) {
    write(`popup/${version}/${locale}.html`, `popup ${version} ${locale}`);
    write(`popup/${version}/legacy.${locale}.html`, `old popup ${version} ${locale}`);
    write(`popup/${version}/legacy.${locale}.js`, `old script ${version} ${locale}`);
  }
  return { ko: popup('ko'), en: popup('en') };
}
