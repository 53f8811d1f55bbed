import { explain } from './production/explain';
import { merchantCommand } from './production/merchant-command';
import { migrate } from './production/migrate';
import { openProduction } from './production/open';
import { revokeCommand } from './production/revoke-command';
import { startProduction } from './production/start';
import { stopOnSignals } from './stop-on-signals';

/**
 * `node dist/server/main.js`: the production server. `… migrate` updates the tables; `… merchant` adds, suspends and
 * rekeys merchants; `… revoke-tokens` revokes userAuthTokens. Settings come from the environment (docs/operating.md).
 */
const [command, ...args] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  if (command === undefined) {
    const ocb = await startProduction(process.env);
    stopOnSignals(ocb);
    // Print this last: a process that reads it may send a stop signal at once.
    return void say(`OCB ready: ${ocb.url}`);
  }
  if (command === 'merchant') return void say(await merchantCommand(args, process.env));
  if (command === 'revoke-tokens') return void say(await revokeCommand(args, process.env));
  if (command !== 'migrate') throw new Error('Usage: main.js [migrate | merchant … | revoke-tokens …]');
  const { storage } = await openProduction(process.env);
  await migrate(storage).finally(() => storage.close());
  say('The tables are up to date');
}

run().catch((error) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
