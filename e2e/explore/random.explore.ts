import { test } from '../fixtures';
import { COUNTER_EXAMPLES } from './counter-examples';
import { explore, nothing } from './explore';
import { searchForMistakes } from './search';

const ACTIONS = Number(process.env.EXPLORE_ACTIONS ?? 10_000);
const SEED = Number(process.env.EXPLORE_SEED ?? Date.now() % 2 ** 31);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [title, visit] of Object.entries(COUNTER_EXAMPLES)) {
  test(title, ({ engine, house }) => explore(engine, house, visit, nothing()));
}

test('whatever shopper, page, network and clock do, every show() ends once and the page is as before', async ({
  engine,
  house,
}) => {
  test.setTimeout(0);
  console.log(`EXPLORE_SEED=${SEED}`);
  const startedAt = Date.now();
  const count = await searchForMistakes(engine, house, ACTIONS, SEED);
  console.log(`${Math.round((Date.now() - startedAt) / 1000)} s: ${JSON.stringify(count)}`);
});
