import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const EXAMPLES = resolve('docs/examples');

/** Starts the shop of the quick start on a port of `localhost`, and returns what stops it. */
export async function startQuickStart(port: number, ocbUrl: string): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'okcashbag-quick-start-'));
  const html = readFileSync(join(EXAMPLES, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), html.replaceAll('http://127.0.0.1:4000', ocbUrl));
  const server = spawn(process.execPath, [join(EXAMPLES, 'server.mjs')], {
    cwd: folder,
    env: { ...process.env, PORT: `${port}`, OKCASHBAG_BASE_URL: ocbUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => {
      throw new Error('The shop of the quick start has ended.');
    }),
  ]);
  return async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
}
