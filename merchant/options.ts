import { type CipherKeys, encrypt } from './cipher';
import type { Logger } from './events';
import type { Time } from './time';

/** The credentials that OCB issued to a merchant, and OCB's address. */
export interface MerchantOptions extends CipherKeys, Time {
  /**
   * For example `https://front.example.com`, without a path. `http://` only to this machine, as for the sandbox: calls
   * carry the key.
   */
  baseUrl: string;
  nxMctNo: string;
  nxMctCorpNo: string;
  /** The value after `Basic ` in the Authorization header, as issued. */
  basicAuth: string;
  /** Receives the kit's events, without secrets. */
  logger?: Logger;
}

/** The names by which a machine reaches itself. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const EXPECTED_ADDRESS = 'baseUrl: expected an address like https://front.example.com, without a path';

function addressIn(baseUrl: string): URL {
  try {
    return new URL(baseUrl);
  } catch {
    throw new TypeError(EXPECTED_ADDRESS);
  }
}

/**
 * Throws a TypeError for an invalid option. Checked at creation, because `fetch` quotes an invalid address or header in
 * its error, which could put a secret into logs.
 */
export function checkOptions(options: MerchantOptions): void {
  const { protocol, hostname, origin, href } = addressIn(options.baseUrl);
  if (href !== `${origin}/`) throw new TypeError(EXPECTED_ADDRESS);
  if (protocol !== 'https:' && !LOOPBACK.test(hostname)) {
    throw new TypeError(
      'baseUrl: expected https://, because every call carries the key. http:// is for localhost, 127.0.0.1 and [::1] only: ' +
        'to reach a sandbox elsewhere, forward a port of this machine to it (ssh -L 4000:127.0.0.1:4000 HOST)',
    );
  }
  if (!/^[!-~]+$/.test(options.basicAuth)) {
    throw new TypeError('basicAuth: expected what stands after "Basic ", without spaces or line breaks');
  }
  encrypt('', options);
}
