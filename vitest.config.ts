import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A machine that is busy with browsers opens an embedded database slowly.
  test: { include: ['test/**/*.test.ts'], hookTimeout: 60_000, testTimeout: 20_000 },
});
