import { credentials } from './credentials';
import { startShop } from './server';
import { openStorage } from './storage/database';

/** Starts the shop as the environment has it. */
export async function shopFromEnvironment() {
  const {
    SHOP_PORT = '4001',
    OCB_URL = 'http://127.0.0.1:4000',
    FRONT_URL = OCB_URL,
    LAN_HOST,
    DATA_DIR = '.data/shop',
    LOG_LEVEL = 'info',
  } = process.env;
  return startShop({
    port: Number(SHOP_PORT),
    lanHost: LAN_HOST,
    front: FRONT_URL,
    merchant: await credentials(process.env, OCB_URL),
    storage: await openStorage(DATA_DIR),
    logLevel: LOG_LEVEL,
  });
}
