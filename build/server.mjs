import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { compileTypeScript } from './typescript.mjs';

/** The rollup plugins of the server: a module stays a file, and packages stay packages. */

/** What the servers read beside their modules. */
const READ = ['server/storage/migrations', 'server/routes/files/popup-error'];
const SANDBOX_READ = [...READ, 'server/sandbox/pages', 'server/sandbox/storage/migrations'];

const copyRead = (paths) => ({
  name: 'copy-read',
  writeBundle({ dir }) {
    for (const path of paths)
      cpSync(path, join(dir, path), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  },
});

export const serverPlugins = [compileTypeScript(['server', 'contract'], { target: 'es2022' }), copyRead(READ)];

/** The sandbox of the npm package. */
export const sandboxPlugins = [
  compileTypeScript(['cli', 'server', 'contract', 'ui'], { target: 'es2022' }),
  copyRead(SANDBOX_READ),
];
