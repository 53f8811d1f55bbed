import type { Member } from '../../contract/sandbox';
import type { Driver } from '../drivers/driver';
import { expect } from '../fixtures';
import type { Scene } from '../journeys/steps';
import { KO, type Words } from '../words';

/** The buttons and words of the QA page, by which a tester finds things there. */
const PAGE = {
  ko: {
    prepare: '준비',
    ready: '준비됐어요.',
    passed: '자동 확인: 통과',
    pass: '합격',
    report: '보고서',
    json: 'JSON',
  },
  en: {
    prepare: 'Prepare',
    ready: 'Ready.',
    passed: 'Automatic check: passed',
    pass: 'Pass',
    report: 'Report',
    json: 'JSON',
  },
};

/** A tester with a case of the test plan: the popup of its shopper, and the person to be. */
export interface Tester extends Scene {
  member: Member;
  words: Words;
}

/** What a tester does in a case, once it is prepared. */
export type Walk = (tester: Tester) => Promise<void>;

/** What the page says of itself: its cases by their ids, with their titles as they stand on the buttons. */
export async function casesOf(shopper: Driver): Promise<{ id: string; button: string }[]> {
  const list = await shopper.page.run<string>(
    "var list = []; for (var i = 0; i < qa.cases.length; i += 1) list.push(qa.cases[i].id + ' ' + qa.cases[i].number + '. ' + qa.cases[i].title); return list.join('\\n');",
  );
  return list
    .split('\n')
    .map((line) => ({ id: line.slice(0, line.indexOf(' ')), button: line.slice(line.indexOf(' ') + 1) }));
}

/** Opens a case, unless it is open. */
async function openCase({ shopper }: Scene, id: string): Promise<void> {
  const found = (await casesOf(shopper)).find((each) => each.id === id);
  if (!found) throw new Error(`The page has no case ${id}`);
  const isClosed = await shopper.page.run<boolean>(
    `return document.getElementById('body-${id}').style.display === 'none'`,
  );
  if (isClosed) await shopper.page.press(found.button);
}

/** Judges a case by one of its buttons, without doing it. */
export async function judge(scene: Scene, id: string, verdict: string): Promise<void> {
  await openCase(scene, id);
  await scene.shopper.page.press(verdict);
}

/** What the page shows of a case: its server's refusal, whether it is prepared, the automatic check, and its details. */
const caseStatus = ({ shopper }: Scene, id: string) =>
  shopper.page.run<string>(
    `var texts = [];
    qa.each(['problem', 'ready-${id}', 'check-${id}', 'facts'], function (name) { texts.push(qa.element(name).innerText); });
    return texts.join(' ');`,
  );

/** Opens a case, prepares it, does what it says, and judges it as a tester who saw what was expected. */
export async function carryOut(scene: Scene, id: string, walk: Walk): Promise<void> {
  const { shopper, words = KO } = scene;
  const page = PAGE[words.locale];
  await openCase(scene, id);
  await shopper.page.press(page.prepare);
  await expect.poll(() => caseStatus(scene, id)).toContain(page.ready);
  const member = JSON.parse(await shopper.page.run<string>('return JSON.stringify(qa.purchase.member)'));
  await walk({ ...scene, words, member });
  await expect.poll(() => caseStatus(scene, id)).toContain(page.passed);
  await shopper.page.press(page.pass);
}

/** The report of the page as its JSON. */
export async function reportOf({ shopper, words = KO }: Scene): Promise<Report> {
  await shopper.page.press(PAGE[words.locale].report);
  await shopper.page.press(PAGE[words.locale].json);
  return JSON.parse(await shopper.page.run<string>("return document.getElementById('report-text').value;"));
}

/** A report, as far as tests read it. */
export interface Report {
  surroundings: Readonly<Record<string, string>>;
  counts: { pass: number; fail: number; skip: number; open: number };
  cases: { id: string; automatic: string; verdict: string; seconds: number | '' }[];
}

/** Every case was found right by the page itself, and by the tester. */
export function expectAllPassed(report: Report, ids: readonly string[]): void {
  const passed = report.cases.filter(({ automatic, verdict }) => automatic === 'pass' && verdict === 'pass');
  expect(passed.map(({ id }) => id)).toEqual(ids);
}
