import { writeFileSync } from 'node:fs';
import { test } from '../fixtures';
import { carryOut, expectAllPassed, reportOf } from '../qa/plan';
import { SMOKE } from '../qa/smoke';

/** A tester needs ten minutes for these; a driver takes one. */
const TWELVE_CASES_MS = 240_000;

test('the smoke test of the QA page passes by its own buttons, and its report says so', async ({
  scene,
  shopper,
  engine,
  engineName,
  house,
}, testInfo) => {
  test.setTimeout(TWELVE_CASES_MS);
  await shopper.clock.hold();
  await shopper.open(engine.qaUrl ?? house.qaUrl);
  for (const [id, walk] of Object.entries(SMOKE)) await test.step(id, () => carryOut(scene, id, walk));
  const report = await reportOf(scene);
  const path = testInfo.outputPath(`qa-report-${engineName}.json`);
  writeFileSync(path, JSON.stringify(report, null, 2));
  await testInfo.attach('report', { path, contentType: 'application/json' });
  expectAllPassed(report, Object.keys(SMOKE));
});
