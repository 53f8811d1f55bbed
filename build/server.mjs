import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { compileTypeScript } from './typescript.mjs';

/** The rollup plugins of the server: a module stays a file, and packages stay packages. */

/** What the server reads beside its modules. */
const READ = ['server/storage/migrations', 'server/routes/files/popup-error'];

const copyRead = {
  name: 'copy-read',
  writeBundle({ dir }) {
    for (const path of READ)
      cpSync(path, join(dir, path), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  },
};

export const serverPlugins = [compileTypeScript(['server', 'contract'], { target: 'es2022' }), copyRead];
