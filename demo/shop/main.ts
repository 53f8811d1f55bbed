import { credentials } from './credentials';
import { startShop } from './server';
import { openStorage } from './storage/database';

const {
  SHOP_PORT = '4001',
  OCB_URL = 'http://127.0.0.1:4000',
  FRONT_URL = OCB_URL,
  LAN_HOST,
  DATA_DIR = '.data/shop',
  LOG_LEVEL = 'info',
} = process.env;

async function main(): Promise<void> {
  const shop = await startShop({
    port: Number(SHOP_PORT),
    lanHost: LAN_HOST,
    front: FRONT_URL,
    merchant: await credentials(process.env, OCB_URL),
    storage: await openStorage(DATA_DIR),
    logLevel: LOG_LEVEL,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => shop.close().then(() => process.exit(0)));
  console.log(`Shop ready: ${shop.url}`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
