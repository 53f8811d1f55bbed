import { createMerchantClient, type MerchantClient } from '../../merchant/client';
import type { Sandbox } from './sandbox';

/** A merchant as this server acts for it. */
export interface Merchant {
  readonly name: string;
  /** An origin that is registered with it. */
  readonly origin: string;
  readonly client: MerchantClient;
}

/** Opens both merchants of the sandbox. Their keys stay in the kit. */
export async function openMerchants(sandbox: Sandbox): Promise<readonly Merchant[]> {
  const found = await sandbox.merchants();
  return found.map(({ name, origins, ...credentials }) => ({
    name,
    origin: origins[0] ?? '',
    client: createMerchantClient({ baseUrl: sandbox.url, ...credentials }),
  }));
}

/** Returns the nth merchant. Throws a RangeError if there is none. */
export function merchantAt(merchants: readonly Merchant[], nth: number): Merchant {
  const merchant = merchants[nth];
  if (!merchant) throw new RangeError(`The sandbox has no merchant ${nth}`);
  return merchant;
}
