import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from '../server/sandbox/start';
import { stopOnSignals } from '../server/stop-on-signals';

/**
 * `npx okcashbag sandbox`: the sandbox of the package, with the settings of `npm start` (OCB_PORT, SHOP_ORIGINS,
 * DATA_DIR …). `--lan` opens script and popup to the local network.
 */
export async function runSandbox(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { lan: { type: 'boolean' } } });
  const lanHost = values.lan ? hostInNetwork() : undefined;
  const ocb = await startSandbox({
    // Where the package has it, seen from dist/sandbox/cli/.
    distDir: fileURLToPath(new URL('../../front', import.meta.url)),
    ...(lanHost && { lanHost }),
  });
  stopOnSignals(ocb);
  const { port } = new URL(ocb.url);
  console.log(`
  OCB sandbox   ${ocb.url}       (members, credentials, what can be broken)
  Telephones    ${ocb.url}/phone (codes and pushes arrive here)
  Script        http://${lanHost ?? '127.0.0.1'}:${port}/js/okcashbagapi.js
`);
}

function hostInNetwork(): string {
  const found = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (!found) throw new Error('--lan: this machine has no address in a local network');
  return found.address;
}
