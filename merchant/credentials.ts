import type { MerchantOptions } from './options';

/** The credentials that OCB issued, and OCB's address. */
export type Credentials = Pick<
  MerchantOptions,
  'baseUrl' | 'nxMctNo' | 'nxMctCorpNo' | 'basicAuth' | 'aesKey' | 'aesIv'
>;

/** The environment variable of each. */
export const VARIABLES: { readonly [C in keyof Credentials]: string } = {
  baseUrl: 'OKCASHBAG_BASE_URL',
  nxMctNo: 'OKCASHBAG_NX_MCT_NO',
  nxMctCorpNo: 'OKCASHBAG_NX_MCT_CORP_NO',
  basicAuth: 'OKCASHBAG_BASIC_AUTH',
  aesKey: 'OKCASHBAG_AES_KEY',
  aesIv: 'OKCASHBAG_AES_IV',
};

/**
 * Returns the wanted credentials from a file's content, or else from the environment. Throws an Error that names the
 * missing ones and quotes no value.
 */
export function credentialsFrom<C extends keyof Credentials>(
  wanted: readonly C[],
  file: Partial<Record<string, unknown>>,
  env: Record<string, string | undefined>,
): Pick<Credentials, C> {
  const found = wanted.map((name) => [name, file[name] ?? env[VARIABLES[name]]] as const);
  const missing = found.filter(([, value]) => typeof value !== 'string' || value === '').map(([name]) => name);
  if (missing.length > 0) {
    const variables = missing.map((name) => VARIABLES[name]).join(', ');
    throw new Error(
      `Missing: ${missing.join(', ')}. Set ${variables}, or name a file that has them with --credentials.`,
    );
  }
  return Object.fromEntries(found) as Pick<Credentials, C>;
}
