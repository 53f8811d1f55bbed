import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playwrightDriver } from '../../e2e/drivers/playwright';
import { givePin, identify, usePoints } from '../../e2e/journeys/steps';
import { sandboxAt } from '../../e2e/servers/sandbox';
import { KO } from '../../e2e/words';
import { workerBrowser } from '../browser';
import { type Fixture, startFixture } from '../server/fixture';
import { type ExampleServer, freePort, startExample } from './example-server';

const GUIDES = ['docs/quick-start.md', 'docs/quick-start.ko.md'];
const CLONE = resolve('.');

/** The commands of a guide, and the files that it shows. */
function stepsOf(path: string) {
  const text = readFileSync(path, 'utf8');
  return {
    text,
    commands: [...text.matchAll(/```sh\n(.*?)\n```/gs)].map(([, lines = '']) => lines),
    files: [...text.matchAll(/^<<< \.\/(examples\/[^\s{]+)/gm)].map(([, file = '']) => file),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'quick-start-'));
let ocb: Fixture;
let shop: ExampleServer;
beforeAll(async () => {
  const { commands, files } = stepsOf(GUIDES[0] ?? '');
  const [start = '', install = '', serve = ''] = commands;
  const port = await freePort();
  expect(start).toBe('SHOP_ORIGINS=http://localhost:3000 npm start');
  ocb = await startFixture({ shopOrigins: [`http://localhost:${port}`] });
  execFileSync('sh', ['-ec', install.replace('../okcashbagapi', CLONE)], { cwd: folder, stdio: 'pipe' });
  for (const file of files) {
    const text = readFileSync(join('docs', file), 'utf8');
    writeFileSync(join(folder, basename(file)), text.replaceAll('http://127.0.0.1:4000', ocb.url));
  }
  shop = await startExample(serve.split(' '), {}, { folder, port });
}, 120_000);
afterAll(async () => {
  await shop?.stop();
  await ocb?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('says the same commands and files in both languages', () => {
  const [english, korean] = GUIDES.map(stepsOf);
  expect(korean?.commands).toEqual(english?.commands);
  expect(korean?.files).toEqual(english?.files);
});

it('followed literally on a fresh folder, pays', async () => {
  const { text } = stepsOf(GUIDES[0] ?? '');
  const member = await sandboxAt(ocb.url).member('has-pin');
  for (const named of [
    KO.methods.card,
    member.cardNumber.replace(/(\d{4})(?!$)/g, '$1 '),
    member.cardPassword,
    member.pin,
  ]) {
    expect(text).toContain(named);
  }
  const page = await (await (await workerBrowser()).newContext()).newPage();
  const shopper = playwrightDriver(page);
  const scene = { shopper, sandbox: sandboxAt(ocb.url) };
  await shopper.open(shop.url);
  await shopper.page.press('OK캐쉬백 포인트 쓰기');
  await identify(scene, 'card', member);
  await givePin(scene, '246813');
  await usePoints(scene, 3_000);
  await shopper.page.sees('3,000 P를 씁니다');
  await shopper.page.press('주문하기');
  await shopper.page.sees('3,000 P로 결제했습니다');
  expect((await sandboxAt(ocb.url).memberAt(member.phone)).ocbPoint).toBe(member.ocbPoint - 3_000);
  await page.context().close();
}, 90_000);
