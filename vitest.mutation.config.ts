import { defineConfig } from 'vitest/config';
import unit from './vitest.config';

/**
 * The tests that `npm run test:mutation` runs: those of the rules that take milliseconds. (Stryker's own `testFiles`
 * would switch mutants on too late where they are read while a file is loaded.)
 */
export default defineConfig({
  resolve: unit.resolve,
  test: {
    include: [
      'test/contract/rules.test.ts',
      'test/server/{choice,pin}-rules.test.ts',
      'test/merchant/{client*,decide,settle,told,verdict}.test.ts',
      'test/ui/reduce.*.test.ts',
    ],
    // Thousands of random journeys: seconds for each mutant.
    exclude: ['test/ui/reduce.property.test.ts'],
  },
});
