import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payByPhone } from '../../client/testing';
import { devDependencies } from '../../package.json';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { workerBrowser } from '../browser';
import { freePort, startExample } from '../docs/example-server';
import { type Fixture, member, startFixture } from '../server/fixture';
import { freshProjects, pack, run } from './fresh-projects';

/** The packed file in projects that have nothing else of ours. */
describe('a fresh project', () => {
  const projects = freshProjects();
  let packed: string;
  let port: number;
  let ocb: Fixture;
  beforeAll(async () => {
    packed = await pack(projects.folder);
    port = await freePort();
    ocb = await startFixture({ shopOrigins: [`http://localhost:${port}`] });
  }, 120_000);
  afterAll(() => ocb?.close());

  const create = (name: string, files: Record<string, string>, packages: string[] = []) =>
    projects.create(name, files, [packed, ...packages]);

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
    const project = await create('common-js', { 'package.json': '{"type":"commonjs"}', 'server.js': server });
    expect(await run(project, 'server.js')).toBe('approved 3000');
  }, 120_000);

  it('with a server of ES modules pays, and has the script that a page includes', async () => {
    const server = `
      import { createMerchantClient } from 'okcashbagapi/merchant';
      import { authorize } from 'okcashbagapi/testing';
      ${pay(member('ready', 1).phone)}`;
    const project = await create('plain', { 'package.json': '{"type":"module"}', 'server.js': server });
    expect(await run(project, 'server.js')).toBe('approved 3000');
    const front = join(project, 'node_modules/okcashbagapi/dist/front');
    expect(readFileSync(join(front, 'js/okcashbagapi.js'))).toEqual(readFileSync('dist/front/js/okcashbagapi.js'));
  }, 120_000);

  it('with the page and the server of the quick start opens the popup in a browser, and pays', async () => {
    const project = await create('quick-start', { 'package.json': '{"type":"module"}' });
    cpSync('docs/examples/server.mjs', join(project, 'server.mjs'));
    const html = readFileSync('docs/examples/index.html', 'utf8');
    writeFileSync(join(project, 'index.html'), html.replaceAll('http://127.0.0.1:4000', ocb.url));
    const settings = { OKCASHBAG_BASE_URL: ocb.url };
    const shop = await startExample([process.execPath, 'server.mjs'], settings, { folder: project, port });
    const page = await (await workerBrowser()).newPage();
    try {
      await page.goto(shop.url);
      await page.getByRole('button', { name: 'OK캐쉬백 포인트 쓰기' }).click();
      await payByPhone(page, { sandbox: ocb.url, member: member('has-pin').phone, ocbPoint: 3_000 });
      await page.getByText('3,000 P를 씁니다').waitFor();
      await page.getByRole('button', { name: '주문하기' }).click();
      await page.getByText('3,000 P로 결제했습니다').waitFor();
    } finally {
      await page.context().close();
      await shop.stop();
    }
  }, 120_000);

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
    const project = await create('vite', files, [
      'vite@7.3.8',
      ...names.map((name) => `${name}@${devDependencies[name]}`),
    ]);
    expect(await run(project, 'node_modules/typescript/bin/tsc', '-p', '.')).toBe('');
    await run(project, 'node_modules/vite/bin/vite.js', 'build');
    const assets = join(project, 'dist/assets');
    const [script = ''] = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const text = readFileSync(join(assets, script), 'utf8');
    expect(text).toContain('loadOKcashbagAPI');
    expect(text).not.toContain('OCB 포인트 적립에 실패');
  }, 180_000);
});
