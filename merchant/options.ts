import { type CipherKeys, encrypt } from './cipher';
import type { Logger } from './events';
import type { Time } from './time';

/** A merchant's credentials, as OCB issued them, and OCB's address. */
export interface MerchantOptions extends CipherKeys, Time {
  /** For example `https://front.example.com`, without a path. */
  baseUrl: string;
  nxMctNo: string;
  nxMctCorpNo: string;
  /** What stands after `Basic ` in the Authorization header, as it was issued. */
  basicAuth: string;
  /** Hears what the kit does, without secrets. */
  logger?: Logger;
}

/** Checked once, at the start: what `fetch` says of a wrong address or header quotes it, and would take a secret into logs. */
export function checkOptions(options: MerchantOptions): void {
  const { origin, href } = new URL(options.baseUrl);
  if (href !== `${origin}/`) {
    throw new TypeError('baseUrl: expected an address like https://front.example.com, without a path');
  }
  if (!/^[!-~]+$/.test(options.basicAuth)) {
    throw new TypeError('basicAuth: expected what stands after "Basic ", without spaces or line breaks');
  }
  encrypt('', options);
}
