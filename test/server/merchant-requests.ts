import { decrypt, encrypt } from '../../merchant/client';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { ocb } from './fresh-sandbox';

export const TOKEN = '/payui/api/auth/merchant/v1.0/token';
const [haru] = MERCHANTS;
const { nxMctNo, nxMctCorpNo } = haru;

/** The least that a token needs. */
export const tokenRequest = { nxMctNo, nxMctCorpNo, mctAmount: 40_000 };

interface Sent {
  url?: string;
  method?: 'POST' | 'GET' | 'PUT' | 'DELETE';
  authorization?: string | undefined;
  contentType?: string;
}

/** Sends any body as the first merchant, and returns the raw response. */
export const post = (payload: string | Buffer, sent: Sent = {}) =>
  ocb.app.inject({
    method: sent.method ?? 'POST',
    url: sent.url ?? TOKEN,
    headers: {
      ...('authorization' in sent && sent.authorization === undefined
        ? {}
        : { authorization: sent.authorization ?? `Basic ${haru.basicAuth}` }),
      accept: 'text/plain',
      'content-type': sent.contentType ?? 'text/plain',
    },
    payload,
  });

/** Makes a call in the envelope, and returns the status and the decrypted response. */
export async function call(body: unknown, url = TOKEN) {
  const response = await post(encrypt(JSON.stringify(body), haru), { url });
  return {
    status: response.statusCode,
    type: response.headers['content-type'],
    ...JSON.parse(decrypt(response.body, haru)),
  };
}
