import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playwrightDriver } from '../../e2e/drivers/playwright';
import { givePin, identify, usePoints } from '../../e2e/journeys/steps';
import { sandboxAt } from '../../e2e/servers/sandbox';
import { KO } from '../../e2e/words';
import { workerBrowser } from '../browser';
import { npmStart, type Started } from '../scripts/npm-start';
import { type ExampleServer, freePort, startExample } from './example-server';

const GUIDES = ['docs/quick-start.md', 'docs/quick-start.ko.md'];
/** What the guide promises, with everything installed and built. */
const TEN_MINUTES_MS = 600_000;

/** The commands of a guide, and the files that it shows. */
function stepsOf(path: string) {
  const text = readFileSync(path, 'utf8');
  return {
    text,
    commands: [...text.matchAll(/```sh\n(.*?)\n```/gs)].map(([, lines = '']) => lines),
    files: [...text.matchAll(/^<<< \.\/(examples\/[^\s{]+)/gm)].map(([, file = '']) => file),
  };
}

/** Copies this tree as a clone has it: with what is not committed yet, and nothing that is installed or built. */
function cloneTo(folder: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => name && existsSync(name))) cpSync(file, join(folder, file));
}

const folder = mkdtempSync(join(tmpdir(), 'quick-start-'));
const shopFolder = join(folder, 'shop');
let ocb: Started;
let ocbUrl: string;
let shop: ExampleServer;
beforeAll(async () => {
  const { commands, files } = stepsOf(GUIDES[0] ?? '');
  const [start = '', install = '', serve = ''] = commands;
  const port = await freePort();
  const clone = join(folder, 'okcashbagapi');
  cloneTo(clone);
  ocb = await npmStart({}, { command: start.replace('localhost:3000', `localhost:${port}`), cwd: clone });
  ocbUrl = `http://127.0.0.1:${ocb.ports.ocb}`;

  mkdirSync(shopFolder);
  execFileSync('sh', ['-ec', install], { cwd: shopFolder, stdio: 'pipe' });
  for (const file of files) {
    const text = readFileSync(join('docs', file), 'utf8');
    writeFileSync(join(shopFolder, basename(file)), text.replaceAll('http://127.0.0.1:4000', ocbUrl));
  }
  shop = await startExample(serve.split(' '), {}, { folder: shopFolder, port });
}, TEN_MINUTES_MS);
afterAll(async () => {
  await shop?.stop();
  await ocb?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('says the same commands and files in both languages', () => {
  const [english, korean] = GUIDES.map(stepsOf);
  expect(korean?.commands).toEqual(english?.commands);
  expect(korean?.files).toEqual(english?.files);
});

it('followed literally on a fresh clone, pays', async () => {
  const { text } = stepsOf(GUIDES[0] ?? '');
  const member = await sandboxAt(ocbUrl).member('has-pin');
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
  const scene = { shopper, sandbox: sandboxAt(ocbUrl) };
  await shopper.open(shop.url);
  await shopper.page.press('OK캐쉬백 포인트 쓰기');
  await identify(scene, 'card', member);
  await givePin(scene, '246813');
  await usePoints(scene, 3_000);
  await shopper.page.sees('3,000 P를 씁니다');
  await shopper.page.press('주문하기');
  await shopper.page.sees('3,000 P로 결제했습니다');
  expect((await sandboxAt(ocbUrl).memberAt(member.phone)).ocbPoint).toBe(member.ocbPoint - 3_000);
  await page.context().close();
}, 90_000);
