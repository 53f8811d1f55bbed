import { writeFileSync } from 'node:fs';
import type { Driver } from '../drivers/driver';
import { expect, test } from '../fixtures';
import { carryOut, expectAllPassed, judge, reportOf } from '../qa/plan';
import { SMOKE } from '../qa/smoke';
import { KO } from '../words';

/** A tester needs ten minutes for these; a driver takes one. */
const TWELVE_CASES_MS = 240_000;
const LATER_MS = 5_000;

/** What has happened, as the page records it. */
const factsOf = (shopper: Driver) => () => shopper.page.run<string>('return qa.facts().join()');

test.beforeEach(async ({ shopper, engine, house }) => {
  await shopper.clock.hold();
  await shopper.open(engine.qaUrl ?? house.qaUrl);
});

test('the smoke test of the QA page passes by its own buttons, and its report says so', async ({
  scene,
  engineName,
}, testInfo) => {
  test.setTimeout(TWELVE_CASES_MS);
  for (const [id, walk] of Object.entries(SMOKE)) await test.step(id, () => carryOut(scene, id, walk));
  const report = await reportOf(scene);
  const path = testInfo.outputPath(`qa-report-${engineName}.json`);
  writeFileSync(path, JSON.stringify(report, null, 2));
  await testInfo.attach('report', { path, contentType: 'application/json' });
  expectAllPassed(report, Object.keys(SMOKE));
});

test('the console of the QA page opens the popup, and shows what comes of it', async ({ shopper }) => {
  const { page, popup } = shopper;
  const facts = factsOf(shopper);
  await page.press('콘솔');
  await page.type('구매 금액 mctAmount', '12000');
  await page.press('토큰 받기 (서버 호출)');
  await expect.poll(facts).toBe('issueToken ok');
  await page.press('new OKcashbagAPI(…)');
  await page.press('on(…)');
  await page.press('show()');
  await popup.sees('12,000원');
  await popup.press(KO.close);
  await expect.poll(facts).toBe('issueToken ok,any POINTS_AUTH_FAILED 2002');
  await shopper.layerIs('gone');
  await page.press('save');
  await expect.poll(facts).toMatch(/,save approved$/);
  await page.press('result');
  await expect.poll(facts).toMatch(/,result 0000$/);
  await page.sees('any POINTS_AUTH_FAILED 2002');

  await page.tick('5초 뒤에 (팝업이 열려 있을 때 부르려면)');
  for (const name of ['show()', 'isShow()', 'forceClose()', 'isShow()']) await page.press(name);
  await shopper.clock.turn(LATER_MS);
  await expect.poll(facts).toMatch(/,isShow true,forceClose,isShow false$/);
});

test('the second window of the QA page says whom to be, and what to do', async ({ shopper, engine, house, member }) => {
  await shopper.open(`${engine.qaUrl ?? house.qaUrl}/side?case=by-app`);
  await shopper.page.sees(member.name);
  await shopper.page.sees(String(member.pin));
  await shopper.page.sees('아직 없어요');
});

test('the QA page keeps what was judged, and its report is there to be copied', async ({
  scene,
  shopper,
  engine,
  engineName,
  house,
}) => {
  const { page } = shopper;
  await judge(scene, 'close', '불합격');
  await page.press('보고서');
  await page.type('테스터', '김테스터');
  await page.type('기기와 브라우저', '낡은 노트북');
  await shopper.open(engine.qaUrl ?? house.qaUrl);
  await page.sees('합격 0 · 불합격 1 · 건너뜀 0 · 남음 74');
  const { surroundings, counts } = await reportOf(scene);
  expect(surroundings).toMatchObject({ tester: '김테스터', device: '낡은 노트북' });
  expect(counts).toMatchObject({ pass: 0, fail: 1 });

  await page.press('Markdown');
  await page.press('모두 선택');
  expect(await page.run<string>('return document.activeElement.value')).toMatch(
    /\| 5 \| 첫 화면에서 닫기 \| {2}\| 불합격 \|/,
  );
  const offersFile = await page.run<boolean>("return document.getElementById('download').style.display !== 'none'");
  // Internet Explorer 11 could make one, its emulator cannot.
  expect(offersFile).toBe(!engineName.startsWith('ie'));
});
