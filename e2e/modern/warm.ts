import type { ModernDriver } from '../drivers/driver';
import { expect } from '../fixtures';
import type { House } from '../servers/house';

/** Opens a page that prepares its popup, and waits until it has: the session is open. */
export async function openWarm(driver: ModernDriver, house: House, url: string): Promise<void> {
  const opened = () => house.log('ocb').split('"route":"/front/v1/open","status":200').length;
  const before = opened();
  await driver.open(url);
  await expect.poll(opened).toBeGreaterThan(before);
}
