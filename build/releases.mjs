import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Releases that are still served. A page may hold an older script, and browsers keep a popup for a year, so what was
 * released stays in the tree: `releases/<version of the package>/` has the script, and the popup that it opens, as they
 * were.
 */

/** The files of a popup that the manifest names. */
const filesOf = (popup) => Object.values(popup).flatMap(({ path, legacy }) => [path, legacy.path, legacy.script]);

/**
 * A release as it lies in a folder, in `dist/front` too: its popup's version, what the manifest says of that, and its
 * files.
 */
function releaseIn(folder) {
  const { version, popups } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const popup = popups[version];
  return { folder, popupVersion: version, popup, files: filesOf(popup) };
}

/**
 * The releases that are kept in a folder.
 * @param {string} kept
 */
export const releases = (kept = 'releases') => readdirSync(kept).map((name) => releaseIn(join(kept, name)));

/**
 * Keeps what was built as a release, without what the build makes of it again.
 * @param {string} built
 * @param {string} folder where to
 */
export function keepRelease(built, folder) {
  const { popupVersion, popup, files } = releaseIn(built);
  const manifest = `${JSON.stringify({ version: popupVersion, popups: { [popupVersion]: popup } }, null, 2)}\n`;
  const known = join(folder, 'manifest.json');
  if (existsSync(known)) {
    if (readFileSync(known, 'utf8') === manifest) return;
    throw new Error(
      `${folder} has another popup: what was released does not change. Is there a new version in package.json?`,
    );
  }
  for (const path of ['/js/okcashbagapi.js', ...files]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(built, path), join(folder, path));
  }
  writeFileSync(known, manifest);
}
