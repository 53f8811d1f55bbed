import { stopOnSignals } from '../stop-on-signals';
import { buildGuideInBackground } from './build-guide';
import { startSandbox } from './start';

/**
 * `node --import tsx server/sandbox/main.ts` runs the sandbox as a process. Settings come from the environment
 * (config.ts).
 */
const ocb = await startSandbox({ buildGuide: buildGuideInBackground }).catch((error: Error) => {
  process.stderr.write(`The OCB sandbox could not start: ${error.message}\n`);
  process.exit(1);
});
stopOnSignals(ocb);

// Print this last: a process that reads it may send a stop signal at once.
process.stdout.write(`OCB sandbox ready: ${ocb.url}\n`);
