import type { MerchantOptions } from '../../merchant/client';

const NAMES = ['NX_MCT_NO', 'NX_MCT_CORP_NO', 'BASIC_AUTH', 'AES_KEY', 'AES_IV'] as const;

/**
 * Returns the shop's credentials: from OKCASHBAG_NX_MCT_NO, OKCASHBAG_NX_MCT_CORP_NO, OKCASHBAG_BASIC_AUTH,
 * OKCASHBAG_AES_KEY and OKCASHBAG_AES_IV, as a real merchant would configure them, or those of the sandbox's first
 * merchant if none is set. Throws an Error if only some are set, or if no sandbox responds.
 */
export async function credentials(env: NodeJS.ProcessEnv, baseUrl: string): Promise<MerchantOptions> {
  const values = NAMES.map((name) => env[`OKCASHBAG_${name}`]);
  if (values.every((value) => value === undefined)) return fromSandbox(baseUrl);
  const missing = NAMES.filter((_name, i) => !values[i]).map((name) => `OKCASHBAG_${name}`);
  if (missing.length > 0)
    throw new Error(`Set ${missing.join(', ')} as well, or none of them for the sandbox's merchant.`);
  const [nxMctNo, nxMctCorpNo, basicAuth, aesKey, aesIv] = values as [string, string, string, string, string];
  return { baseUrl, nxMctNo, nxMctCorpNo, basicAuth, aesKey, aesIv };
}

async function fromSandbox(baseUrl: string): Promise<MerchantOptions> {
  const response = await fetch(new URL('/sandbox/merchants', baseUrl)).catch((error) => {
    throw new Error(`No OCB sandbox at ${baseUrl}: start it first (npm start), or set OCB_URL.`, { cause: error });
  });
  const merchants: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  const merchant = Array.isArray(merchants)
    ? (merchants[0] as Omit<MerchantOptions, 'baseUrl'> | undefined)
    : undefined;
  if (!merchant) throw new Error(`What answers at ${baseUrl} is no OCB sandbox with merchants: set OCB_URL.`);
  const { nxMctNo, nxMctCorpNo, basicAuth, aesKey, aesIv } = merchant;
  return { baseUrl, nxMctNo, nxMctCorpNo, basicAuth, aesKey, aesIv };
}
