import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect } from 'vitest';
import { createMerchantClient, encrypt, type MerchantError, type MerchantOptions } from '../../merchant/client';

export const keys = { aesKey: '000102030405060708090a0b0c0d0e0f', aesIv: 'f0e0d0c0b0a090807060504030201000' };
export const credentials = { nxMctNo: '90000001', nxMctCorpNo: '1208112345', basicAuth: 'bWU6c2VjcmV0', ...keys };

let server: Server;
let answer: RequestListener;

/** Starts a server for each test of a file. */
export function serverForEachTest(): void {
  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
}

/** Sets how the test's server handles every request from now on. */
export function answerWith(listener: RequestListener): void {
  answer = listener;
}

/** Resolves when the next request has arrived. */
export const arrived = () => new Promise<void>((resolve) => server.once('request', () => resolve()));

/** Creates a client of that server. */
export const client = (options: Partial<MerchantOptions> = {}) =>
  createMerchantClient({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...credentials,
    ...options,
  });

/** Creates a handler that responds in the envelope. */
export const sealed =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end(encrypt(JSON.stringify(body), keys));
  };

/** Returns the error that a call rejects with. */
export const failure = (promise: Promise<unknown>): Promise<MerchantError> =>
  promise.then(
    () => expect.fail('expected a MerchantError'),
    (error) => error,
  );
