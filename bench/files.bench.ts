import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startCluster } from '../test/server/postgres';
import { environment } from '../test/server/production/production';
import { createReport, times } from './report';
import { answersPerSecond } from './requests';

/**
 * How long the production server takes to send script and popup, beside a bare Fastify route that sends the same
 * Buffer. Needs PostgreSQL.
 */
const ROUNDS = 7;
const MS = 1_500;
/** 0.8 × as many a second. */
const GOAL = times(1.25, 'a bare route');

/** Starts a server, which prints one line that ends with its address. Its log is written, but nobody reads it. */
async function start(args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { url: line.replace(/^.*ready: /, ''), stop: () => child.kill('SIGKILL') };
}

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const main = `${dist}/server/main.js`;
const bare = fileURLToPath(new URL('./bare-server.ts', import.meta.url));

test('files, beside a bare route', async () => {
  test.setTimeout(300_000);
  const { version, popups } = JSON.parse(readFileSync(`${dist}/front/manifest.json`, 'utf8'));
  const cluster = await startCluster();
  const database = await cluster.database();
  const env = { ...environment(database, database), LOG_LEVEL: 'info', OCB_CALLS_PER_ADDRESS: '999999999' };
  execFileSync(process.execPath, [main, 'migrate'], { env });
  const files = [
    ['script', '/js/okcashbagapi.js', 'js/okcashbagapi.js'],
    ['popup', `/popup/${version}/ko`, popups[version].ko.path],
  ] as const;
  const server = await start([main], env);
  const floor = await start(['--import', 'tsx', bare, ...files.map(([, , file]) => `${dist}/front/${file}.br`)], env);
  const report = createReport();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, [name, path]] of files.entries()) {
        const ours = await answersPerSecond(server.url + path, MS);
        const theirs = await answersPerSecond(`${floor.url}/${at}`, MS);
        expect(ours).toBeGreaterThan(0);
        report.add(`${name}: time for an answer`, theirs / ours);
        report.add(`${name}: one of ours`, 1_000 / ours);
        report.add(`${name}: one of the bare route`, 1_000 / theirs);
      }
    }
    report.print({ 'script: time for an answer': GOAL, 'popup: time for an answer': GOAL });
  } finally {
    server.stop();
    floor.stop();
    await cluster.stop();
  }
});
