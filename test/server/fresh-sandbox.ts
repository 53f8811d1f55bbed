import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SandboxOptions } from '../../server/sandbox/start';
import { type Fixture, startFixture } from './fixture';

/** The sandbox of the test file that called `freshSandbox`. */
export let ocb: Fixture;

/** Starts a sandbox for a test file, and resets it to noon in Korea before each test. */
export function freshSandbox(options: SandboxOptions = {}): void {
  beforeAll(async () => {
    ocb = await startFixture(options);
  });
  afterAll(() => ocb.close());
  beforeEach(() => ocb.reset());
}
