import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devDependencies, peerDependencies } from '../../package.json';
import { ensureBuild } from '../../scripts/build.mjs';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { type Fixture, member, startFixture } from '../server/fixture';

/** The packed file in projects that have nothing else of ours. */
describe('a fresh project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okcashbag-projects-'));
  let packed: string;
  let ocb: Fixture;
  beforeAll(async () => {
    await ensureBuild();
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [{ filename }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
    packed = join(folder, filename);
    ocb = await startFixture();
  }, 120_000);
  afterAll(async () => {
    await ocb?.close();
    rmSync(folder, { recursive: true });
  });

  /** A project with these files, and with these packages beside the packed one. */
  function create(name: string, files: Record<string, string>, packages: string[] = []): string {
    const project = join(folder, name);
    mkdirSync(project);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
    const options = ['--prefer-offline', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options, packed, ...packages], { cwd: project, stdio: 'pipe' });
    return project;
  }
  const run = async (project: string, ...args: string[]) =>
    (await promisify(execFile)(process.execPath, args, { cwd: project })).stdout.trim();

  const [haru] = MERCHANTS;
  /** A server that gets a use token and spends it. */
  const pay = (number: string) => `
    const ocb = createMerchantClient(${JSON.stringify({ ...haru, baseUrl: ocb.url })});
    const main = async () => {
      const { merchantTrToken } = await ocb.issueToken({ mctAmount: 39000 });
      const shopper = { sandbox: '${ocb.url}', member: '${number}', mctTrToken: merchantTrToken, ocbPoint: 3000 };
      const { ocbUseTrAuthToken, usePoint } = await authorize(shopper);
      const use = { mctTransactionId: 'order-${number}', ocbUseTrAuthToken };
      const verdict = await ocb.use(use, { expect: { mctAmount: 39000, usePoint } });
      console.log(verdict.outcome, verdict.answer.useOcbPoint);
    };
    main();`;

  it('with a CommonJS server pays', async () => {
    const server = `
      const { createMerchantClient } = require('okcashbagapi/merchant');
      const { authorize } = require('okcashbagapi/testing');
      ${pay(member('ready').phone)}`;
    const project = create('common-js', { 'package.json': '{"type":"commonjs"}', 'server.js': server });
    expect(await run(project, 'server.js')).toBe('approved 3000');
  }, 120_000);

  it('with a server of ES modules pays, and has the script that a page includes', async () => {
    const server = `
      import { createMerchantClient } from 'okcashbagapi/merchant';
      import { authorize } from 'okcashbagapi/testing';
      ${pay(member('ready', 1).phone)}`;
    const project = create('plain', { 'package.json': '{"type":"module"}', 'server.js': server });
    expect(await run(project, 'server.js')).toBe('approved 3000');
    const front = join(project, 'node_modules/okcashbagapi/dist/front');
    expect(readFileSync(join(front, 'js/okcashbagapi.js'))).toEqual(readFileSync('dist/front/js/okcashbagapi.js'));
  }, 120_000);

  const COMMAND = 'node_modules/okcashbagapi/dist/kit/cli.js';

  it('without the sandbox’s packages is told which to install', async () => {
    const project = create('no-sandbox', { 'package.json': '{"type":"module"}' });
    await expect(run(project, COMMAND, 'sandbox')).rejects.toThrow(
      /The sandbox needs packages that are not installed: npm install --save-dev .*fastify@/,
    );
  }, 120_000);

  it('with them runs the sandbox', async () => {
    const names = Object.keys(peerDependencies).filter((name) => name !== 'react') as (keyof typeof devDependencies)[];
    const packages = names.map((name) => `${name}@${devDependencies[name]}`);
    const project = create('sandbox', { 'package.json': '{"type":"module"}' }, packages);
    const env = { ...process.env, OCB_PORT: '0', DATA_DIR: 'memory://', DATABASE_URL: '', LOG_LEVEL: 'warn' };
    const sandbox = spawn(process.execPath, [COMMAND, 'sandbox'], {
      cwd: project,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let said = '';
      for await (const chunk of sandbox.stdout) {
        said += chunk;
        if (said.includes('Script')) break;
      }
      const [address = ''] = /http:\/\/127[^ ]+/.exec(said) ?? [];
      for (const path of ['/', '/phone', '/sandbox/members', '/js/okcashbagapi.js']) {
        expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
      }
    } finally {
      sandbox.kill();
    }
  }, 180_000);

  it('with Vite, React and TypeScript compiles, and its page has no error table', async () => {
    const main = `
      import { createRoot } from 'react-dom/client';
      import { useOKcashbag } from 'okcashbagapi/react';
      function Checkout() {
        const { show, isPending, error } = useOKcashbag({ src: '/js/okcashbagapi.js', token: async () => 'token' });
        return <button type="button" disabled={isPending} onClick={show}>{error?.errorMessage ?? 'pay'}</button>;
      }
      createRoot(document.body).render(<Checkout />);`;
    const compilerOptions = {
      strict: true,
      noEmit: true,
      jsx: 'react-jsx',
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      lib: ['es2022', 'dom'],
    };
    const files = {
      'package.json': '{"type":"module"}',
      'index.html': '<!doctype html><body><script type="module" src="/main.tsx"></script></body>',
      'main.tsx': main,
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['main.tsx'] }),
    };
    const names = ['react', 'react-dom', '@types/react', '@types/react-dom', 'typescript'] as const;
    const project = create('vite', files, ['vite@7.3.8', ...names.map((name) => `${name}@${devDependencies[name]}`)]);
    expect(await run(project, 'node_modules/typescript/bin/tsc', '-p', '.')).toBe('');
    await run(project, 'node_modules/vite/bin/vite.js', 'build');
    const assets = join(project, 'dist/assets');
    const [script = ''] = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const text = readFileSync(join(assets, script), 'utf8');
    expect(text).toContain('loadOKcashbagAPI');
    expect(text).not.toContain('OCB 포인트 적립에 실패');
  }, 180_000);
});
