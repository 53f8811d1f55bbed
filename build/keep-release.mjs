import { readFileSync } from 'node:fs';
import { keepRelease } from './releases.mjs';

/**
 * `npm run release:keep`, when a version is released: keeps its script and popup in `releases/`, so that they stay
 * served.
 */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = `releases/${version}`;
keepRelease('dist/front', folder);
console.log(`${folder}: commit it with the release.`);
