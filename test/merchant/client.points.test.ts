import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, type MerchantClient, type MerchantEvent, questionOf } from '../../merchant/client';
import { answerWith, client, credentials, failure, keys, sealed, serverForEachTest } from './answering-server';

serverForEachTest();

describe('a call that moves points', () => {
  const use = { mctTransactionId: 'order-1', ocbUseTrAuthToken: 'TOKEN' };
  const sleep = async (_ms: number, signal: AbortSignal) => signal.throwIfAborted();
  const atOnce = {
    sleep: (ms: number, signal: AbortSignal) => (ms < 10_000 ? sleep(ms, signal) : new Promise(() => {})),
  };

  it('resolves with unknown if nothing responds, and its question survives as JSON', async () => {
    answerWith((request) => void request.socket.destroy());
    const now = Date.UTC(2026, 10, 24, 15);
    const verdict = await client({ ...atOnce, clock: () => now }).use(use);
    expect(verdict).toMatchObject({ outcome: 'unknown', error: { code: '4001', retrySafe: true } });
    const { question } = verdict as Extract<typeof verdict, { outcome: 'unknown' }>;
    expect(JSON.parse(JSON.stringify(question))).toEqual({ call: 'use', request: use, day: '20261125', sentAt: now });
  });

  it('is refused at once when OCB cannot decrypt it, which took nothing: the keys are wrong', async () => {
    let calls = 0;
    answerWith((_request, response) => {
      calls += 1;
      const errorObject = { errorCode: '1000', errorMessage: '', errorDetailMessage: '' };
      const other = { ...keys, aesKey: keys.aesIv };
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end(encrypt(JSON.stringify({ errorObject }), other));
    });
    const verdict = await client().use(use);
    const detail = 'HTTP 400 with a body that cannot be decrypted: check aesKey and aesIv';
    expect(verdict).toMatchObject({
      outcome: 'refused',
      error: { code: '1000', status: 400, retrySafe: false, detail },
    });
    expect(calls).toBe(1);
  });

  it('stays unknown when its response is lost and a later one cannot be decrypted', async () => {
    let calls = 0;
    answerWith((request, response) => {
      calls += 1;
      if (calls === 1) request.socket.destroy();
      else response.writeHead(400).end('<h1>Bad Request</h1>');
    });
    expect(await client(atOnce).use(use)).toMatchObject({ outcome: 'unknown' });
  });

  it.each([undefined, '', 7, 'x'.repeat(129)])('rejects the id %j with a TypeError, and sends nothing', async (id) => {
    answerWith(() => expect.fail('a request was sent'));
    const wrong = { ...use, mctTransactionId: id as string };
    await expect(client().use(wrong)).rejects.toThrow(TypeError);
    await expect(client().settle(questionOf('use', wrong))).rejects.toThrow('mctTransactionId: expected a string');
  });

  it('counts characters, not bytes', async () => {
    answerWith(sealed({ errorObject: { errorCode: '4018', errorMessage: '', errorDetailMessage: '' } }, 500));
    const verdict = await client().use({ ...use, mctTransactionId: '👍'.repeat(128) });
    expect(verdict.outcome).toBe('refused');
  });

  it("rejects with the caller's reason when it aborts, also during a retry", async () => {
    const stop = new AbortController();
    let calls = 0;
    answerWith((request) => {
      calls += 1;
      if (calls === 2) stop.abort(new Error('the shop closes'));
      request.socket.destroy();
    });
    await expect(client(atOnce).use(use, { signal: stop.signal })).rejects.toThrow('the shop closes');
    expect(calls).toBe(2);
  });

  it('sends the merchant numbers with every call that has them', async () => {
    const bodies: unknown[] = [];
    answerWith(async (request, response) => {
      bodies.push(JSON.parse(decrypt(await text(request), keys)));
      sealed({ errorObject: { errorCode: '3030', errorMessage: '', errorDetailMessage: '' } }, 500)(request, response);
    });
    const saving = { mctTransactionId: 's', authType: 'CI' as const, authID: 'CI', reqPoint: 1 };
    const numbers = { nxMctNo: '90000001', nxMctCorpNo: '1208112345' };
    const query = { transactionType: 'SAVE' as const, ocbTransactionId: 'o' };
    await client().save(saving);
    await failure(client().result(query));
    const empty = { mctTransactionId: '', mctTransactionDay: '' };
    expect(bodies).toEqual([
      { ...saving, ...numbers },
      { ...empty, ...query, nxMctNo: '90000001' },
    ]);
  });
});

describe('the logger', () => {
  it('receives the end of each call, and the verdict', async () => {
    const events: MerchantEvent[] = [];
    let calls = 0;
    answerWith((request, response) => {
      calls += 1;
      if (calls === 1) return void request.socket.destroy();
      const errorObject = { errorCode: '4018', errorMessage: '', errorDetailMessage: '' };
      const result = { ocbTransactionId: 'o', nxAuthDay: '', nxAuthNo: '', transactionTime: '', rxResCode: '4018' };
      if (calls === 2) return sealed({ ...result, errorMessage: '', useInfo: null, saveInfo: null })(request, response);
      return sealed({ errorObject }, 500)(request, response);
    });
    const logger = (event: MerchantEvent) => void events.push(event);
    await client({ logger, sleep: async (ms) => void (ms < 10_000 || (await new Promise(() => {}))) }).use({
      mctTransactionId: 'order-1',
      ocbUseTrAuthToken: 'T',
    });
    const about = { mctTransactionId: 'order-1', ms: expect.any(Number) };
    expect(events).toEqual([
      { event: 'failed', call: 'use', ...about, code: '4001', status: 0, detail: expect.any(String) },
      { event: 'answered', call: 'result', ...about },
      { event: 'verdict', call: 'use', ...about, outcome: 'refused', code: '4018' },
    ]);
  });

  it.each<[string, (kit: MerchantClient) => Promise<unknown>]>([
    ['USER-TOKEN', (kit) => failure(kit.issueToken({ mctAmount: 1, userAuthToken: 'USER-TOKEN' }))],
    ['USE-TOKEN', (kit) => kit.use({ mctTransactionId: '1', ocbUseTrAuthToken: 'USE-TOKEN' })],
    ['5110-0999', (kit) => kit.save({ mctTransactionId: '2', authType: 'CARD', authID: '5110-0999', reqPoint: 1 })],
  ])('receives no secret, and the error contains none, even if the server sends %s and the keys', async (own, ask) => {
    const secrets = [own, keys.aesKey, keys.aesIv, credentials.basicAuth];
    const said = secrets.join(' ');
    answerWith(sealed({ errorObject: { errorCode: '4018', errorMessage: said, errorDetailMessage: said } }, 500));
    const heard: unknown[] = [];
    const told = await ask(client({ logger: (event) => void heard.push(event) }));
    const text = inspect([heard, told], { depth: 9 });
    expect(text).toContain('*** *** *** ***');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('does not stop a payment when it throws', async () => {
    const token = { merchantTrToken: 'T'.repeat(128) };
    answerWith(sealed({ ...token, errorObject: null }));
    const logger = () => {
      throw new Error('the disk is full');
    };
    expect(await client({ logger }).issueToken({ mctAmount: 1 })).toEqual(token);
  });
});
