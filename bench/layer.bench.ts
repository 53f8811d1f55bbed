import { test } from '../e2e/fixtures';
import type { PageName } from './floor';
import { median } from './median';
import { createReport, times } from './report';
import { RTT_MS, startBenchServers } from './start';
import { type Mark, type Visit, visit } from './visit';

/**
 * How long from the press that calls `show()` until the shopper can act, beside the floors of the same round. Ratios
 * are medians of the rounds' ratios: milliseconds of a machine say nothing about another.
 */
/** Fewer, or `BENCH_ONLY` (names of visits, with commas), are for trying something out. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);

/** How often a round opens what takes a few milliseconds: a machine may be busy with something else for longer. */
const VISITS = 3;

const GOALS = {
  prepared: times(1, 'the warm floor'),
  'prepared without a token': times(1, 'the warm floor'),
  'prepared, 4 times slower processor': times(1.25, 'the warm floor'),
  'show() itself, prepared': times(1.1, 'showModal() and focus()'),
  'shown again 1 s after an outcome': times(1.25, "the warm floor's second time"),
  'cold, until the title has the focus': times(1.25, 'the cold floor'),
  'cold, until the first screen can be used': times(1.25, 'the cold floor with a call'),
  'slow link, pressed at once': times(1.25, 'the cold floor'),
  'slow link, pressed 2.5 s later': { atMost: 0.5, unit: 'round trips more than the warm floor' },
};

/** What is measured of a page: each an opening, or more. */
type Measured = Record<string, number>;

test('show() until the shopper can act, beside the floors', async ({ browser, house, issueToken }) => {
  test.setTimeout(900_000);
  const servers = await startBenchServers(house);
  const { near, far } = servers;

  /** Opens a page with a token of its own, measures it, and closes it. */
  const at = async (
    pages: string,
    name: PageName,
    params: Record<string, string>,
    measure: (visited: Visit) => Promise<Measured>,
  ): Promise<Measured> => {
    const query = new URLSearchParams({ token: await issueToken(), ...params });
    const visited = await visit(browser, `${pages}/${name}?${query}`);
    const measured = await measure(visited);
    await visited.close();
    return measured;
  };

  /** Opens what is prepared, and perhaps once more, a second after it was closed. */
  const when =
    (mark: Mark, params: { until?: 'returned'; again?: boolean; slower?: number } = {}) =>
    async (visited: Visit): Promise<Measured> => {
      await visited.next(mark);
      await visited.settle();
      if (params.slower) await visited.slowDown(params.slower);
      const first = await visited.press(params.until);
      if (!params.again) return { ...first };
      await visited.dismiss();
      const { focused } = await visited.press();
      return { ...first, ...(focused && { again: focused }) };
    };
  const atOnce =
    (until?: 'usable') =>
    async (visited: Visit): Promise<Measured> => ({ ...(await visited.press(until)) });

  /** The median of some visits. */
  const often = async (once: () => Promise<Measured>): Promise<Measured> => {
    const all: Measured[] = [];
    while (all.length < VISITS) all.push(await once());
    const names = Object.keys(all[0] ?? {});
    return Object.fromEntries(names.map((name) => [name, median(all.flatMap((each) => each[name] ?? []))]));
  };

  const noCall = { token: '' };
  const visits: Record<string, () => Promise<Measured>> = {
    prepared: () => often(() => at(near, 'layer', {}, when('present', { again: true }))),
    tokenless: () => often(() => at(near, 'layer', { made: 'tokenless' }, when('ready'))),
    warmFloor: () => often(() => at(near, 'floor', noCall, when('ready', { again: true }))),
    modal: () => often(() => at(near, 'modal', {}, when('ready', { until: 'returned' }))),
    cold: () => at(near, 'layer', { made: 'click' }, atOnce('usable')),
    coldFloor: () => at(near, 'floor', { made: 'click', ...noCall }, atOnce()),
    callFloor: () => at(near, 'floor', { made: 'click' }, atOnce('usable')),
    slowerPrepared: () => often(() => at(near, 'layer', {}, when('present', { slower: 4 }))),
    slowerFloor: () => often(() => at(near, 'floor', noCall, when('ready', { slower: 4 }))),
    farCold: () => at(far, 'layer', { made: 'click' }, atOnce()),
    farColdFloor: () => at(far, 'floor', { made: 'click', ...noCall }, atOnce()),
    farLater: () => at(far, 'layer', { later: '' }, when('later')),
    farLaterFloor: () => at(far, 'floor', { later: '', ...noCall }, when('later')),
  };
  const only = process.env.BENCH_ONLY?.split(',');

  const ratios = createReport();
  const milliseconds = createReport();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const results: Record<string, Measured> = {};
      // Every other round backwards, so that nothing is always measured after the same.
      const names = Object.keys(visits).filter((name) => !only || only.includes(name));
      for (const name of round % 2 ? names.reverse() : names) results[name] = (await visits[name]?.()) as Measured;
      for (const [name, measured] of Object.entries(results))
        for (const [what, value] of Object.entries(measured)) milliseconds.add(`${name}, ${what}`, value);
      const ratio = (name: keyof typeof GOALS, of: string, floor: string, what: string): void => {
        const [value, least] = [results[of]?.[what], results[floor]?.[what]];
        if (value !== undefined && least !== undefined) ratios.add(name, value / least);
      };
      ratio('prepared', 'prepared', 'warmFloor', 'focused');
      ratio('prepared without a token', 'tokenless', 'warmFloor', 'focused');
      ratio('prepared, 4 times slower processor', 'slowerPrepared', 'slowerFloor', 'focused');
      ratio('show() itself, prepared', 'prepared', 'modal', 'returned');
      ratio('shown again 1 s after an outcome', 'prepared', 'warmFloor', 'again');
      ratio('cold, until the title has the focus', 'cold', 'coldFloor', 'focused');
      ratio('cold, until the first screen can be used', 'cold', 'callFloor', 'usable');
      ratio('slow link, pressed at once', 'farCold', 'farColdFloor', 'focused');
      const [later, floor] = [results.farLater?.focused, results.farLaterFloor?.focused];
      if (later !== undefined && floor !== undefined)
        ratios.add('slow link, pressed 2.5 s later', (later - floor) / RTT_MS);
    }
  } finally {
    await servers.stop();
  }
  milliseconds.print({});
  ratios.print(GOALS);
});
