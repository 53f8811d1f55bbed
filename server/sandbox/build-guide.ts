import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Returns when a file in one of the project's folders last changed. */
const newestIn = (...folders: string[]): number =>
  Math.max(
    ...folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        changedAt(join(ROOT, folder, name)),
      ),
    ),
  );

/** Builds the guide in the background, unless it is up to date. `npm start` needs no guide, so it does not wait. */
export function buildGuideInBackground(): void {
  if (changedAt(join(ROOT, 'dist/docs/index.html')) >= newestIn('docs', 'contract', 'ui')) return;
  spawn('npm', ['run', '--silent', 'docs:build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
