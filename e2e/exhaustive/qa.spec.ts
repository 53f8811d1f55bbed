import { expect, test } from '../fixtures';
import { carryOut, casesOf } from '../qa/plan';
import { SMOKE } from '../qa/smoke';
import { API } from '../qa/walks/api';
import { IDENTIFICATION, PINS } from '../qa/walks/identification';
import { POINTS, SERVER, SURROUNDINGS, TROUBLE } from '../qa/walks/others';

/** What the smoke test leaves out: the journey of the same name takes that in every engine. */
const WALKS = { ...API, ...IDENTIFICATION, ...PINS, ...POINTS, ...TROUBLE, ...SERVER, ...SURROUNDINGS };

test.beforeEach(async ({ shopper, house }) => {
  await shopper.clock.hold();
  await shopper.open(house.qaUrl);
});

test('every case of the QA page is walked', async ({ shopper }) => {
  const ids = (await casesOf(shopper)).map(({ id }) => id);
  expect(ids).toEqual([...Object.keys(SMOKE), ...Object.keys(WALKS)]);
});

for (const [id, walk] of Object.entries(WALKS)) {
  test(`the case ${id} of the QA page passes by its own buttons`, ({ scene }) => carryOut(scene, id, walk));
}
