import fc from 'fast-check';
import type { Engine } from '../engines/engine';
import type { House } from '../servers/house';
import { anyVisit } from './actions';
import { type Count, explore, nothing } from './explore';

/** Finding the shortest counter-example takes no longer than this. */
const SHRINKING_LIMIT_MS = 5 * 60_000;

/**
 * Makes visits until so many actions were done, and returns their count. When one goes wrong, throws what happened and
 * the shortest visit that it was found in. The same seed makes the same visits; what the machine is quick enough for
 * may differ.
 */
export async function searchForMistakes(engine: Engine, house: House, actions: number, seed: number): Promise<Count> {
  const count = nothing();
  let failedAt: number | undefined;
  const { failed, counterexample, errorInstance } = await fc.check(
    fc.asyncProperty(anyVisit, async (visit) => {
      // A visit that is not made any more counts as a good one.
      if (failedAt ? Date.now() - failedAt > SHRINKING_LIMIT_MS : count.actions >= actions) return;
      await explore(engine, house, visit, count).catch((error) => {
        failedAt ??= Date.now();
        throw error;
      });
    }),
    { seed, numRuns: actions },
  );
  if (failed) {
    const [visit] = counterexample ?? [];
    const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    throw new Error(`${why}\nKeep it in e2e/explore/counter-examples.ts:\n${JSON.stringify(visit, null, 2)}`);
  }
  return count;
}
