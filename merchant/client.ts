import type {
  IssueTokenRequest,
  IssueTokenResponse,
  issueToken,
  MERCHANT_API,
  UseRequest,
  UseResponse,
  use,
} from '../contract/merchant-api';
import { type Caller, call, type Shape } from './call';
import { encrypt } from './cipher';

export { type CipherKeys, decrypt, encrypt } from './cipher';
export { MerchantError } from './merchant-error';
export type { IssueTokenResponse, UseRequest, UseResponse };

/** A merchant's credentials, as OCB issued them, and OCB's address. */
export interface MerchantOptions extends Caller {
  nxMctNo: string;
  nxMctCorpNo: string;
}

/** What to ask a token for; the merchant's numbers are added. */
export type TokenRequest = Omit<IssueTokenRequest, 'nxMctNo' | 'nxMctCorpNo' | 'eventinfo'>;

/** Options of one call. */
export interface CallOptions {
  /** Ends the wait; the call rejects with the signal's reason. A `use` may have happened all the same: ask again. */
  signal?: AbortSignal;
}

/** The server calls of one merchant. Every method rejects with a MerchantError when the call was not approved. */
export interface MerchantClient {
  /**
   * Issues the token that opens the popup once, good for 30 minutes. `mctAmount` is the purchase amount in won;
   * a `userAuthToken` kept from an earlier `use` leads the shopper straight to the PIN.
   */
  issueToken(request: TokenRequest, options?: CallOptions): Promise<IssueTokenResponse>;
  /**
   * Spends the points that the shopper authorised. Keep `mctTransactionId` (new for each payment, at most 128 characters)
   * before calling: after a lost answer the same call with the same id gives the first answer, and spends nothing again.
   */
  use(request: UseRequest, options?: CallOptions): Promise<UseResponse>;
}

// The contract is imported for its types alone, so that the kit needs nothing but Node: the compiler keeps these equal to it.
const TOKEN_PATH: `${typeof MERCHANT_API}${typeof issueToken.path}` = '/payui/api/auth/merchant/v1.0/token';
const USE_PATH: `${typeof MERCHANT_API}${typeof use.path}` = '/payui/api/pay/use/v1.0/point';

const TOKEN_SHAPE: Shape<IssueTokenResponse> = { merchantTrToken: 'string' };
const USE_SHAPE: Shape<UseResponse> = {
  ocbTransactionId: 'string',
  nxAuthDay: 'string',
  nxAuthNo: 'string',
  mctAmount: 'number',
  useOcbPoint: 'number',
  dutumPoint: 'number',
  chargePoint: 'number',
  userAuthToken: 'string',
};

/** Checked once, at the start: what `fetch` says of a wrong address or header quotes it, and would take a secret into logs. */
function checkCaller(options: MerchantOptions): void {
  const { origin, href } = new URL(options.baseUrl);
  if (href !== `${origin}/`) {
    throw new TypeError('baseUrl: expected an address like https://front.example.com, without a path');
  }
  if (!/^[!-~]+$/.test(options.basicAuth)) {
    throw new TypeError('basicAuth: expected what stands after "Basic ", without spaces or line breaks');
  }
  encrypt('', options);
}

/**
 * A merchant's server kit (SPEC, "Server API"): encrypts, signs in, calls, decrypts and checks. Keep it on the server.
 * Throws a TypeError at once when the address or a key cannot be one.
 */
export function createMerchantClient(options: MerchantOptions): MerchantClient {
  const { nxMctNo, nxMctCorpNo } = options;
  checkCaller(options);
  return {
    issueToken: (request, { signal } = {}) =>
      call(options, TOKEN_PATH, { ...request, nxMctNo, nxMctCorpNo }, TOKEN_SHAPE, signal),
    use: (request, { signal } = {}) => call(options, USE_PATH, request, USE_SHAPE, signal),
  };
}
