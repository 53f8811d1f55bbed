import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startProduction, startProgram } from './production';
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

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const bare = fileURLToPath(new URL('./bare-server.ts', import.meta.url));

test('files, beside a bare route', async () => {
  test.setTimeout(300_000);
  const { version, popups } = JSON.parse(readFileSync(`${dist}/front/manifest.json`, 'utf8'));
  const files = [
    ['script', '/js/okcashbagapi.js', 'js/okcashbagapi.js'],
    ['popup', `/popup/${version}/ko`, popups[version].ko.path],
  ] as const;
  const server = await startProduction();
  const paths = files.map(([, , file]) => `${dist}/front/${file}.br`);
  const floor = await startProgram(['--import', 'tsx', bare, ...paths], server.env);
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
    floor.stop();
    await server.stop();
  }
});
