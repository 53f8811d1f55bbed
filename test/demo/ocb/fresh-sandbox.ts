import { afterAll, beforeAll, beforeEach } from 'vitest';
import { resetSandbox } from '../../../demo/ocb/services/seed';
import { type Fixture, NOON, startFixture } from './fixture';

/** The sandbox of the test file that imports it: started and ended with it, and as new, at noon in Korea, before each of its tests. */
export let ocb: Fixture;

beforeAll(async () => {
  ocb = await startFixture();
});
afterAll(() => ocb.close());
beforeEach(async () => {
  ocb.time.now = NOON;
  await resetSandbox(ocb.context);
});
