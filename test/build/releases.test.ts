import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepRelease, releases } from '../../build/releases.mjs';
import { version } from '../../package.json';
import { ensureBuild } from '../../scripts/build.mjs';

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();

describe('keeping a release', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'releases-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const popup = (version: string) => {
    const path = (name: string) => `/popup/${version}/${name}`;
    const language = (locale: string) => ({
      path: path(`${locale}.html`),
      csp: 'none',
      legacy: { path: path(`legacy.${locale}.html`), csp: 'none', script: path(`legacy.${locale}.js`) },
    });
    return { ko: language('ko'), en: language('en') };
  };

  /** What the build leaves in `dist/front`, with the popup of an older release. */
  function build(version: string): string {
    const built = join(folder, 'front');
    const popups = { [version]: popup(version), older: popup('older') };
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(built, path)), { recursive: true });
      writeFileSync(join(built, path), text);
    };
    write('manifest.json', JSON.stringify({ version, popups }));
    const names = ['ko.html', 'en.html', 'legacy.ko.html', 'legacy.en.html', 'legacy.ko.js', 'legacy.en.js'];
    for (const path of ['/js/okcashbagapi.js', ...names.map((name) => `/popup/${version}/${name}`)]) {
      for (const end of ['', '.br', '.gz']) write(path + end, `${path} ${version}`);
    }
    return built;
  }

  it('copies the script and its own popup, without compressed forms', () => {
    const kept = join(folder, 'releases', '1.2.3');
    keepRelease(build('aaa'), kept);
    expect(files(kept)).toEqual([
      '/js/okcashbagapi.js',
      '/manifest.json',
      ...['en.html', 'ko.html', 'legacy.en.html', 'legacy.en.js', 'legacy.ko.html', 'legacy.ko.js'].map(
        (name) => `/popup/aaa/${name}`,
      ),
    ]);
    expect(releases(join(folder, 'releases'))).toMatchObject([
      { folder: kept, popupVersion: 'aaa', popup: popup('aaa') },
    ]);
  });

  it('changes nothing when repeated, and refuses another popup for the same version', () => {
    const kept = join(folder, '1.2.3');
    keepRelease(build('aaa'), kept);
    keepRelease(build('aaa'), kept);
    expect(() => keepRelease(build('bbb'), kept)).toThrow('new version in package.json');
    expect(files(kept)).not.toContain('/popup/bbb/ko.html');
  });
});

describe('the built front', () => {
  it.each(releases())('has the popup of $folder as it was released', async ({ folder, popupVersion, popup, files }) => {
    await ensureBuild();
    expect(JSON.parse(readFileSync('dist/front/manifest.json', 'utf8')).popups[popupVersion]).toEqual(popup);
    for (const path of files) expect(readFileSync(`dist/front${path}`)).toEqual(readFileSync(folder + path));
  });

  it.each(['0.1.0', version])('has the script of %s under a URL of its own, with its hash', async (name) => {
    await ensureBuild();
    const { scripts } = JSON.parse(readFileSync('dist/front/manifest.json', 'utf8'));
    const { path, integrity } = scripts[name];
    const script = readFileSync(`dist/front${path}`);
    const kept = name === version ? 'dist/front' : `releases/${name}`;
    expect(script).toEqual(readFileSync(`${kept}/js/okcashbagapi.js`));
    expect(integrity).toBe(`sha384-${createHash('sha384').update(script).digest('base64')}`);
  });

  it('has a popup version of 64 bits', () => {
    expect(JSON.parse(readFileSync('dist/front/manifest.json', 'utf8')).version).toMatch(/^[0-9a-f]{16}$/);
  });
});
