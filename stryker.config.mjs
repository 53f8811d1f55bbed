/**
 * `npm run test:mutation`, by hand: changes the rules one expression at a time and expects that a test fails. Lists
 * what no test notices, and fails when that is more than a tenth. `-- --mutate ui/moves.ts` changes one file.
 */
export default {
  mutate: [
    'contract/rules.ts',
    'server/services/front/{choice,pin}-rules.ts',
    'ui/{reduce,moves,answers,forms,choice}.ts',
    'merchant/{settle,told,verdict}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  ignorePatterns: ['/*', '!/{contract,ui,merchant,test}', '!/{package,tsconfig}.json', '!/vitest*.config.ts'],
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  // Stryker advises against changing what is read once, when a file is loaded. Some rules are: which field an error
  // concerns.
  warnings: { slow: false },
};
