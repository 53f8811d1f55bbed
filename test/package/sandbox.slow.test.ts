import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { devDependencies, peerDependencies, version } from '../../package.json';
import { freshProjects, pack, run } from './fresh-projects';

const COMMAND = 'node_modules/okcashbagapi/dist/kit/cli.js';
const NEEDED = Object.keys(peerDependencies).filter((name) => name !== 'react') as (keyof typeof devDependencies)[];
const PACKAGES = NEEDED.map((name) => `${name}@${devDependencies[name]}`);
const ADDRESSES = Object.values(networkInterfaces()).flat();

/** `npx okcashbag sandbox` of the packed file. */
describe('the sandbox of the package', () => {
  const projects = freshProjects();
  let packed: string;
  beforeAll(async () => {
    packed = await pack(projects.folder);
  }, 120_000);
  let sandbox: ChildProcess | undefined;
  afterEach(() => void sandbox?.kill());

  /** Starts it, and returns what it prints up to the address of the script, or all if it ends before. */
  async function start(project: string, ...args: string[]): Promise<string> {
    const env = { ...process.env, OCB_PORT: '0', DATA_DIR: 'memory://', DATABASE_URL: '', LOG_LEVEL: 'warn' };
    const child = spawn(process.execPath, [COMMAND, 'sandbox', ...args], { cwd: project, env });
    sandbox = child;
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said.includes('okcashbagapi.js')) break;
    }
    return said;
  }
  const statusOf = async (url: string) => (await fetch(url)).status;

  it.each<[what: string, packages: string[]]>([
    ['any of its packages', []],
    ['PGlite', PACKAGES.filter((name) => !name.includes('pglite'))],
    ['Fastify', PACKAGES.filter((name) => !name.includes('fastify'))],
  ])(
    'without %s says in a sentence what to install',
    async (what, packages) => {
      const project = await projects.create(`without ${what}`, { 'package.json': '{}' }, [packed, ...packages]);
      const refused = run(project, COMMAND, 'sandbox');
      const sentence = /The sandbox needs packages that are not installed: npm install --save-dev .*pglite@.*fastify@/;
      await expect(refused).rejects.toThrow(sentence);
    },
    120_000,
  );

  it('serves script, popup, phones and gallery, and says where the guide is', async () => {
    const project = await projects.create('sandbox', { 'package.json': '{}' }, [packed, ...PACKAGES]);
    const said = await start(project);
    const [address = ''] = /http:\/\/127[^ ]+/.exec(said) ?? [];
    const { scripts } = JSON.parse(
      readFileSync(join(project, 'node_modules/okcashbagapi/dist/front/manifest.json'), 'utf8'),
    );
    const paths = ['/', '/phone', '/sandbox/members', '/sandbox/gallery', '/sandbox/gallery/modern.ko.js'];
    for (const path of [...paths, '/js/okcashbagapi.js', scripts[version].path, '/popup/any/ko', '/docs/reference']) {
      expect([path, await statusOf(address + path)]).toEqual([path, 200]);
    }
    expect(await (await fetch(`${address}/docs/`)).text()).toContain('node_modules/okcashbagapi/docs');
    expect(existsSync(join(project, 'node_modules/okcashbagapi/docs/quick-start.ko.md'))).toBe(true);
    sandbox?.kill();

    const open = await start(project, '--lan');
    const other = ADDRESSES.find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    if (other === undefined) {
      expect(open).toContain('--lan: this machine has no address in a local network');
      return;
    }
    const [, script = ''] = /Script +(\S+)/.exec(open) ?? [];
    expect(script).toContain(`http://${other}:`);
    expect(await statusOf(script)).toBe(200);
    expect(await statusOf(new URL('/popup/any/ko', script).href)).toBe(200);
    // Members' PINs are for this machine only.
    expect(await statusOf(new URL('/sandbox/members', script).href)).toBe(403);
  }, 240_000);
});
