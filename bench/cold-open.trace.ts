import { expect, test } from '../e2e/fixtures';
import { median } from './median';
import { startBenchServers } from './start';
import { visit } from './visit';

/**
 * Where the time of a cold open goes, step by step, near and over the slow link: from what the browser itself measures
 * of documents and requests, and from listeners. No tracer runs, because it would take a part of the time.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 12);

const WATCH = `(() => {
  const now = () => performance.timeOrigin + performance.now();
  window.steps = {};
  const note = (name) => { steps[name] ??= now(); };
  if (window === parent) {
    addEventListener('message', () => note('READY heard by the page'));
    return;
  }
  note('the document begins');
  addEventListener('message', () => note('OPEN heard by the popup'));
  addEventListener('focusin', ({ target }) => { if (target.tagName === 'H1') note('the title has the focus'); }, true);
  new PerformanceObserver((list) => {
    for (const call of list.getEntries()) {
      if (!call.name.endsWith('/front/v1/open')) continue;
      steps['the call is sent'] = performance.timeOrigin + call.startTime;
      steps['the call is answered'] = performance.timeOrigin + call.responseEnd;
    }
  }).observe({ type: 'resource', buffered: true });
})()`;

const STEPS_OF_PAGE = `({ ...steps, 'show() begins': marks.began, 'show() returns': marks.returned })`;
const STEPS_OF_FRAME = `(() => {
  const [document] = performance.getEntriesByType('navigation');
  const at = (name) => performance.timeOrigin + document[name];
  return {
    ...steps,
    'the request for the document leaves': at('requestStart'),
    'its response begins': at('responseStart'),
    'its response ends': at('responseEnd'),
    'the document is parsed': at('domInteractive'),
    'the module has run': at('domContentLoadedEventStart'),
  };
})()`;

type Steps = Record<string, number>;

test('steps of a cold open', async ({ browser, house, issueToken }) => {
  test.setTimeout(300_000);
  const servers = await startBenchServers(house);
  const measure = async (pages: string): Promise<Steps> => {
    const token = encodeURIComponent(await issueToken());
    const visited = await visit(browser, `${pages}/layer?made=click&token=${token}`, WATCH);
    const { usable } = await visited.press('usable');
    const ofPage = await visited.page.evaluate<Steps>(STEPS_OF_PAGE);
    const frame = visited.page.frames()[1];
    const ofFrame = (await frame?.evaluate<Steps>(STEPS_OF_FRAME)) as Steps;
    await visited.close();
    const began = ofPage['show() begins'] as number;
    const steps = Object.entries({ ...ofPage, ...ofFrame }).map(([name, at]) => [name, at - began] as const);
    return { ...Object.fromEntries(steps), 'the first screen can be used': usable as number };
  };
  try {
    for (const link of ['near', 'far'] as const) {
      const rounds: Steps[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(servers[link]));
      const names = Object.keys(rounds[0] as Steps);
      expect(names).toContain('the call is answered');
      const lines = names.map((name) => ({ name, at: median(rounds.map((steps) => steps[name] as number)) }));
      console.log(`A cold open, the front server is ${link}; ms after show() begins, medians of ${ROUNDS}`);
      for (const { name, at } of lines.sort((a, b) => a.at - b.at))
        console.log(`${at.toFixed(1).padStart(8)}  ${name}`);
    }
  } finally {
    await servers.stop();
  }
});
