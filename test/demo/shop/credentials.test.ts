import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { credentials } from '../../../demo/shop/credentials';

const issued = { nxMctNo: '1', nxMctCorpNo: '2', basicAuth: 'a2V5', aesKey: '0'.repeat(32), aesIv: 'f'.repeat(32) };
const ENV = {
  OKCASHBAG_NX_MCT_NO: issued.nxMctNo,
  OKCASHBAG_NX_MCT_CORP_NO: issued.nxMctCorpNo,
  OKCASHBAG_BASIC_AUTH: issued.basicAuth,
  OKCASHBAG_AES_KEY: issued.aesKey,
  OKCASHBAG_AES_IV: issued.aesIv,
};

/** Reads the credentials from a server that responds like this. */
async function from(status: number, body: string): Promise<unknown> {
  const server = createServer((_request, response) => void response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await credentials({}, url);
  } finally {
    server.close();
  }
}

it('the credentials come from the environment, as for a real merchant', async () => {
  expect(await credentials(ENV, 'http://ocb')).toEqual({ baseUrl: 'http://ocb', ...issued });
});

it('credentials that are set only in part are an error', async () => {
  const { OKCASHBAG_AES_KEY: _key, ...rest } = ENV;
  await expect(credentials(rest, 'http://ocb')).rejects.toThrow('Set OKCASHBAG_AES_KEY as well');
});

it('the default credentials are those of the sandbox’s first merchant', async () => {
  const merchants = JSON.stringify([{ ...issued, name: 'first', origins: [] }, { nxMctNo: 'second' }]);
  expect(await from(200, merchants)).toEqual({ baseUrl: expect.stringContaining('http://127'), ...issued });
});

it.each<[string, number, string]>([
  ['another program', 200, '<h1>It works</h1>'],
  ['a refusal', 403, '{"errorObject":{}}'],
  ['an empty list', 200, '[]'],
])('the error without a sandbox says what to do: %s', async (_what, status, body) => {
  await expect(from(status, body)).rejects.toThrow(/is no OCB sandbox with merchants: set OCB_URL/);
});

it('the error without a server says what to do', async () => {
  await expect(credentials({}, 'http://127.0.0.1:1')).rejects.toThrow('No OCB sandbox at http://127.0.0.1:1: start it');
});
