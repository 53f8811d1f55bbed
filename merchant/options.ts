import { type CipherKeys, encrypt } from './cipher';
import type { Logger } from './events';
import type { Time } from './time';

/** The credentials that OCB issued to a merchant, and OCB's address. */
export interface MerchantOptions extends CipherKeys, Time {
  /** For example `https://front.example.com`, without a path. */
  baseUrl: string;
  nxMctNo: string;
  nxMctCorpNo: string;
  /** The value after `Basic ` in the Authorization header, as issued. */
  basicAuth: string;
  /** Receives the kit's events, without secrets. */
  logger?: Logger;
}

/**
 * Throws a TypeError for an invalid option. Checked at creation, because `fetch` quotes an invalid address or header in
 * its error, which could put a secret into logs.
 */
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
