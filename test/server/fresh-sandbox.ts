import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SandboxOptions } from '../../server/sandbox/start';
import { type Fixture, startFixture } from './fixture';

/** The sandbox of the test file that asked for a fresh one. */
export let ocb: Fixture;

/** Starts a sandbox for a test file: as new, at noon in Korea, before each of its tests. */
export function freshSandbox(options: SandboxOptions = {}): void {
  beforeAll(async () => {
    ocb = await startFixture(options);
  });
  afterAll(() => ocb.close());
  beforeEach(() => ocb.reset());
}
