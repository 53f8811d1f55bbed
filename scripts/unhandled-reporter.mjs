import { writeFileSync } from 'node:fs';

/**
 * A reporter of Vitest: leaves the errors that were thrown outside every test, which make a run fail and are missing
 * from its JSON report, in the file that `UNHANDLED_ERRORS` names.
 */
export default class UnhandledReporter {
  onTestRunEnd(_testModules, unhandledErrors) {
    const messages = unhandledErrors.map(({ stack, message }) => stack ?? message);
    writeFileSync(process.env.UNHANDLED_ERRORS, JSON.stringify(messages));
  }
}
