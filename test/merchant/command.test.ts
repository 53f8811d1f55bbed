import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../merchant/cipher';
import { runCommand } from '../../merchant/command';

const keys = { aesKey: '000102030405060708090a0b0c0d0e0f', aesIv: 'f0e0d0c0b0a090807060504030201000' };
const KEY_ENV = { OKCASHBAG_AES_KEY: keys.aesKey, OKCASHBAG_AES_IV: keys.aesIv };

let server: Server;
let answer: RequestListener;
let credentials: string;
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  credentials = JSON.stringify({ baseUrl, nxMctNo: '9', nxMctCorpNo: '1', basicAuth: 'a2V5', ...keys });
});
afterAll(() => server.close());

interface Given {
  env?: Record<string, string>;
  input?: string;
}

/** Runs a command, with the files credentials.json and broken.json. */
async function okcashbag(args: string[], { env = {}, input = '' }: Given = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, {
    env,
    readFile: async (path) =>
      ({ 'credentials.json': credentials, 'broken.json': `{"aesKey": "${keys.aesKey}` })[path] ??
      expect.fail(`${path} is not there`),
    readInput: async () => input,
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    sleep: (ms) => (ms < 10_000 ? Promise.resolve() : new Promise(() => {})),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const sealed =
  (body: object, status = 200): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'text/plain' }).end(encrypt(JSON.stringify(body), keys));
const FILE = ['--credentials', 'credentials.json'];
const approval = { ocbTransactionId: 'o', nxAuthDay: '20261125', nxAuthNo: '000000001' };
const cancel = '{"mctTransactionId":"c","orgOcbTransactionId":"o"}';

describe('okcashbag encrypt and decrypt', () => {
  it.each<[what: string, given: Given, args: string[]]>([
    ['with keys of the environment', { env: KEY_ENV }, []],
    ['with keys of a file', {}, FILE],
  ])('%s', async (_what, given, args) => {
    const { code, out } = await okcashbag(['encrypt', '파라미터', ...args], given);
    expect([code, decrypt(out, keys)]).toEqual([0, '파라미터']);
    expect(await okcashbag(['decrypt', out, ...args], given)).toEqual({ code: 0, out: '파라미터', err: '' });
  });

  it('read standard input without its final line break', async () => {
    const { out } = await okcashbag(['encrypt'], { env: KEY_ENV, input: '{"a":1}\n' });
    expect(await okcashbag(['decrypt', '-'], { env: KEY_ENV, input: `${out}\n` })).toMatchObject({ out: '{"a":1}' });
  });
});

describe('okcashbag call', () => {
  it('prints the response, and adds the merchant numbers to the request', async () => {
    let asked = '';
    answer = async (request, response) => {
      asked = decrypt(await text(request), keys);
      sealed({ merchantTrToken: 'T', errorObject: null })(request, response);
    };
    const { code, out } = await okcashbag(['call', 'issueToken', '{"mctAmount":1}', ...FILE]);
    expect([code, JSON.parse(out), JSON.parse(asked)]).toEqual([
      0,
      { merchantTrToken: 'T' },
      { mctAmount: 1, nxMctNo: '9', nxMctCorpNo: '1' },
    ]);
  });

  const refusal = { errorCode: '3040', errorMessage: '결제 취소 요청에 오류가 발생', errorDetailMessage: 'd' };
  const error = { code: '3040', status: 500, message: refusal.errorMessage, detail: 'd', retrySafe: false };
  it.each<[args: string[], answers: RequestListener, code: number, told: object]>([
    [['cancelSave', cancel], sealed(approval), 0, { outcome: 'approved', answer: approval }],
    [['cancel', cancel], sealed({ errorObject: refusal }, 500), 1, { outcome: 'refused', error }],
    [['issueToken', '{"mctAmount":1}'], sealed({ errorObject: refusal }, 500), 1, { error }],
  ])('the exit code of %j reflects the outcome', async (args, answers, code, told) => {
    answer = answers;
    const done = await okcashbag(['call', ...args, ...FILE]);
    expect({ code: done.code, told: JSON.parse(done.out), err: done.err }).toEqual({ code, told, err: '' });
  });

  it('prints the question of an unknown outcome, and settles it', async () => {
    const { nxAuthNo: _no, ...unreadable } = approval;
    answer = sealed(unreadable);
    const lost = await okcashbag(['call', 'cancelSave', cancel, ...FILE]);
    const { outcome, question } = JSON.parse(lost.out);
    expect([lost.code, outcome]).toEqual([3, 'unknown']);

    answer = sealed(approval);
    const settled = await okcashbag(['call', 'settle', ...FILE], { input: JSON.stringify(question) });
    expect([settled.code, JSON.parse(settled.out)]).toEqual([0, { outcome: 'approved', answer: approval }]);
  });

  it('prints each step with --verbose', async () => {
    answer = sealed(approval);
    const { err } = await okcashbag(['call', 'cancelSave', cancel, '--verbose', ...FILE]);
    expect(err.split('\n').map((line) => JSON.parse(line).event)).toEqual(['answered', 'verdict']);
  });
});

describe('an invalid command line prints why, quotes no secret, and exits with 2', () => {
  it.each<[what: string, args: string[], says: RegExp]>([
    ['nothing', [], /Say what to do/],
    ['another command', ['cancel'], /no command cancel/],
    ['another option', ['encrypt', 'x', '--key', 'SECRET'], /Unknown option '--key'/],
    ['too much', ['call', 'use', '{', '"a"', ...FILE], /an argument too many/],
    ['no credentials', ['call', 'use', '{}'], /Missing: baseUrl, .*aesIv\. Set OKCASHBAG_BASE_URL, /],
    ['a file that is not there', ['encrypt', 'x', '--credentials', 'none'], /none is not there/],
    [
      'a file that is no JSON',
      ['encrypt', 'x', '--credentials', 'broken.json'],
      /a JSON object in the credentials file/,
    ],
    ['no JSON', ['call', 'use', 'SECRET', ...FILE], /a JSON object in the request/],
    ['a list', ['call', 'use', '["SECRET"]', ...FILE], /a JSON object in the request/],
    ['another call', ['call', 'pay', '{}', ...FILE], /no call pay: it is one of issueToken, use/],
    ['no id', ['call', 'use', '{"ocbUseTrAuthToken":"SECRET"}', ...FILE], /mctTransactionId: expected a string/],
    ['no question', ['call', 'settle', '{"mctTransactionId":"1"}', ...FILE], /call: expected one of use, cancel/],
    ['half a question', ['call', 'settle', '{"call":"use"}', ...FILE], /a question with day and sentAt/],
    ['no Base64', ['decrypt', 'SECRET!', ...FILE], /cannot be decrypted/],
    ['half a body', ['decrypt', 'AAAA', ...FILE], /cannot be decrypted/],
  ])('%s', async (_what, args, says) => {
    const { code, out, err } = await okcashbag(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(err).not.toMatch(`SECRET|${keys.aesKey}`);
  });

  it('prints the usage with --help', async () => {
    const { code, out } = await okcashbag(['--help']);
    expect(code).toBe(0);
    for (const word of ['encrypt', 'cancelSave', 'settle', '--credentials', 'OKCASHBAG_AES_KEY', 'Exit code'])
      expect(out).toContain(word);
  });
});
