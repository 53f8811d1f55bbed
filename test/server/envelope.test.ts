import buffer from 'node:buffer';
import { createCipheriv, randomBytes } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { decrypt, encrypt } from '../../merchant/client';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { freshSandbox } from './fresh-sandbox';
import { call, post, tokenRequest } from './merchant-requests';

freshSandbox();

const [haru, dalbit] = MERCHANTS;

/** Encrypts arbitrary bytes, including invalid JSON. */
function sealedBytes(bytes: Buffer): string {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(haru.aesKey, 'hex'), Buffer.from(haru.aesIv, 'hex'));
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
}

describe('the envelope', () => {
  it('contains request and response', async () => {
    const { status, type, merchantTrToken, errorObject } = await call(tokenRequest);
    expect({ status, type, errorObject }).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      errorObject: null,
    });
    expect(merchantTrToken).toMatch(/^[A-Za-z0-9_-]{128}$/);
  });

  it('may contain line breaks, as from openssl and Java', async () => {
    const wrapped = encrypt(JSON.stringify(tokenRequest), haru).replace(/.{64}/g, '$&\r\n');
    expect((await post(`${wrapped}\n`)).statusCode).toBe(200);
  });

  const sealed = encrypt(JSON.stringify(tokenRequest), haru);
  const flipped = Buffer.from(sealed, 'base64');
  flipped[flipped.length - 1] = (flipped[flipped.length - 1] as number) ^ 1;
  it.each<[string, string | Buffer]>([
    ["another merchant's key", encrypt(JSON.stringify(tokenRequest), dalbit)],
    [
      'a random key',
      encrypt(JSON.stringify(tokenRequest), { aesKey: randomBytes(16).toString('hex'), aesIv: haru.aesIv }),
    ],
    ['bad padding', flipped.toString('base64')],
    ['half a block', sealed.slice(0, -8)],
    ['no Base64', 'not base64 at all!'],
    ['Base64 with something in it', `${sealed.slice(0, 8)}*${sealed.slice(8)}`],
    ['bytes in place of Base64', Buffer.from([0xff, 0xfe, 0xfd])],
    ['text that is no UTF-8', sealedBytes(Buffer.from('7b2261223a22ff227d', 'hex'))],
    ['no JSON', encrypt('nxMctNo=1', haru)],
    ['JSON that is no object', encrypt('[1]', haru)],
    ['null', encrypt('null', haru)],
    ['JSON in clear', JSON.stringify(tokenRequest)],
    ['nothing', ''],
  ])('gets the same 400 for %s', async (_what, body) => {
    const response = await post(body);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(JSON.parse(decrypt(response.body, haru))).toEqual({
      errorObject: {
        errorCode: '1000',
        errorMessage: ERRORS['1000'].ko,
        errorDetailMessage: 'The body is no JSON object in your envelope: check aesKey, aesIv, and the JSON',
      },
    });
  });

  it('is opened in the same steps whatever it contains, so that timing reveals nothing', async () => {
    // One block, with its end changed so that the padding, text or JSON is invalid.
    const plain = (end: string) => Buffer.concat([Buffer.from('{"a":"12"}'), Buffer.from(end, 'hex')]);
    const unpadded = (block: Buffer) => {
      const cipher = createCipheriv('aes-128-cbc', Buffer.from(haru.aesKey, 'hex'), Buffer.from(haru.aesIv, 'hex'));
      return cipher.setAutoPadding(false).update(block).toString('base64');
    };
    const steps = async (body: string) => {
      const isText = vi.spyOn(buffer, 'isUtf8');
      const parse = vi.spyOn(JSON, 'parse');
      syncBuiltinESMExports();
      await post(body);
      const called = [isText.mock.calls.length, parse.mock.calls.length];
      isText.mockRestore();
      parse.mockRestore();
      syncBuiltinESMExports();
      return called;
    };
    const once = [1, 1];
    expect(await steps(unpadded(plain('060606060606')))).toEqual(once);
    for (const end of [
      '060606060600',
      '060606060607',
      '0606060606ff',
      '000606060606',
      'ffff04040404',
      '222222040404',
    ]) {
      expect(await steps(unpadded(plain(end)))).toEqual(once);
    }
    expect(await steps(encrypt('{"a":"12"}', dalbit))).toEqual(once);
  });

  it('is refused above 8 kB', async () => {
    const response = await post('A'.repeat(9000));
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(decrypt(response.body, haru)).errorObject.errorCode).toBe('1000');
  });
});
