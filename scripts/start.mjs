import { randomInt } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { requireNode } from './run.mjs';
import { requireFreePort, startServer, stopAll } from './servers.mjs';

/**
 * `npm start`: the sandbox, the shop and the page for manual QA, with nothing set up beforehand. Ctrl-C stops them.
 * With `-- --lan` shop, QA page, script and popup are open to the local network, for telephones and virtual machines.
 * The sandbox's pages and controls stay with this machine; the QA page uses them for whoever types the code that is
 * printed.
 */
const ocbPort = Number(process.env.OCB_PORT ?? 4000);
const shopPort = Number(process.env.SHOP_PORT ?? 4001);
const qaPort = Number(process.env.QA_PORT ?? 4002);
const ocbUrl = `http://127.0.0.1:${ocbPort}`;
const isOpen = process.argv.includes('--lan');
const lanHost = Object.values(networkInterfaces())
  .flat()
  .find(({ family, internal }) => isOpen && family === 'IPv4' && !internal)?.address;
const shopUrl = `http://${lanHost ?? 'localhost'}:${shopPort}`;
const qaUrl = `http://${lanHost ?? 'localhost'}:${qaPort}`;
/** Eight digits, which are quick to type on a telephone. */
const qaCode = lanHost && String(randomInt(1e8)).padStart(8, '0');
const frontUrl = lanHost ? `http://${lanHost}:${ocbPort}` : ocbUrl;
const lan = lanHost ? { LAN_HOST: lanHost, FRONT_URL: frontUrl } : {};

/** Enough to try everything with; the others are on the sandbox's page. */
const MEMBERS_SHOWN = 10;

/** Prints what a newcomer needs, the addresses last: that is where the eye is. */
async function printWelcome() {
  const members = await (await fetch(`${ocbUrl}/sandbox/members`)).json();
  console.log('\n  Members\n');
  for (const member of members.slice(0, MEMBERS_SHOWN)) {
    const { name, birthDate, firstDigit, carrier, phone, cardNumber, cardPassword, pin, ocbPoint, traits } = member;
    console.log(`  ${name}  ${birthDate}-${firstDigit}  ${carrier} ${phone}  card ${cardNumber} ${cardPassword}`);
    console.log(`      PIN ${pin ?? 'none'}, ${ocbPoint.toLocaleString('en')} P, ${traits.join(', ')}`);
  }
  console.log(`
  ${members.length - MEMBERS_SHOWN} more are on the sandbox's page, and in demo/README.md. Logs are in .data/logs. Ctrl-C stops them.

  Shop          ${shopUrl}
  Manual QA     ${qaUrl}${qaCode ? `   code ${qaCode.slice(0, 4)} ${qaCode.slice(4)}` : ''}
  OCB sandbox   ${ocbUrl}
  Telephones    ${ocbUrl}/phone      (codes and pushes arrive here)${lanHost ? `\n  Script        ${frontUrl}/js/okcashbagapi.js` : ''}
`);
}

async function main() {
  requireNode();
  if (isOpen && !lanHost) throw new Error('--lan: this machine has no address in a local network');
  await ensurePackages();
  await ensureBuild();
  await requireFreePort('127.0.0.1', ocbPort, 'OCB_PORT', 'the OCB sandbox');
  await requireFreePort('localhost', shopPort, 'SHOP_PORT', 'the shop');
  await requireFreePort('localhost', qaPort, 'QA_PORT', 'the QA page');
  const origins = [process.env.SHOP_ORIGINS, shopUrl, qaUrl].filter(Boolean).join(',');
  await startServer('ocb', { OCB_PORT: String(ocbPort), SHOP_ORIGINS: origins, ...lan }, 'OCB sandbox ready: ');
  const demo = {
    SHOP_PORT: String(shopPort),
    QA_PORT: String(qaPort),
    OCB_URL: ocbUrl,
    DATA_DIR: join(process.env.DATA_DIR ?? '.data', 'shop'),
    ...lan,
    ...(qaCode && { QA_CODE: qaCode }),
  };
  await startServer('demo', demo, 'QA page ready: ');
  await printWelcome();
}

let asked = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    asked += 1;
    await stopAll(asked > 1 ? 'SIGKILL' : 'SIGTERM');
    process.exit(0);
  });
}

main().catch(async (error) => {
  console.error(error instanceof Error ? error.message : error);
  await stopAll('SIGTERM');
  process.exit(1);
});
