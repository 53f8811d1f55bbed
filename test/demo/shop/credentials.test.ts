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

/** What the shop makes of a server that answers so. */
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

it('come from the environment, as a real merchant keeps them', async () => {
  expect(await credentials(ENV, 'http://ocb')).toEqual({ baseUrl: 'http://ocb', ...issued });
});

it('are not half from here and half from there', async () => {
  const { OKCASHBAG_AES_KEY: _key, ...rest } = ENV;
  await expect(credentials(rest, 'http://ocb')).rejects.toThrow('Set OKCASHBAG_AES_KEY as well');
});

it('are those of the sandbox’s first merchant when none is set', async () => {
  const merchants = JSON.stringify([{ ...issued, name: 'first', origins: [] }, { nxMctNo: 'second' }]);
  expect(await from(200, merchants)).toEqual({ baseUrl: expect.stringContaining('http://127'), ...issued });
});

it.each<[string, number, string]>([
  ['another program', 200, '<h1>It works</h1>'],
  ['a refusal', 403, '{"errorObject":{}}'],
  ['an empty list', 200, '[]'],
])('say what to do where there is no sandbox: %s', async (_what, status, body) => {
  await expect(from(status, body)).rejects.toThrow(/is no OCB sandbox with merchants: set OCB_URL/);
});

it('say what to do where nothing answers', async () => {
  await expect(credentials({}, 'http://127.0.0.1:1')).rejects.toThrow('No OCB sandbox at http://127.0.0.1:1: start it');
});
