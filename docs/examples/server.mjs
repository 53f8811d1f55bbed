// A merchant's server with the kit: npm install okcashbagapi, then node server.mjs
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createMerchantClient } from 'okcashbagapi/merchant';

const { env } = process;

// The sandbox's first merchant. In production, all six come from OCB and stay on the server.
const ocb = createMerchantClient({
  // OCB's API server, without a path.
  baseUrl: env.OKCASHBAG_BASE_URL ?? 'http://127.0.0.1:4000',
  nxMctNo: env.OKCASHBAG_NX_MCT_NO ?? '100000000000001',
  nxMctCorpNo: env.OKCASHBAG_NX_MCT_CORP_NO ?? '1208800000001',
  basicAuth: env.OKCASHBAG_BASIC_AUTH ?? 'aGFydTpoYXJ1LXNhbmRib3gtMQ==',
  // In hex: 32 digits are 16 bytes.
  aesKey: env.OKCASHBAG_AES_KEY ?? '4861727553616e64626f784b65793031',
  aesIv: env.OKCASHBAG_AES_IV ?? '4861727553616e64626f784976303031',
});

/** The amount is the server's: a page may say anything. */
const TOTAL = 39_000;

async function issueToken() {
  const { merchantTrToken } = await ocb.issueToken({ mctAmount: TOTAL });
  return { merchantTrToken };
}

async function placeOrder({ ocbUseTrAuthToken, usePoint }) {
  // Store this id with the order before the call, so that a crash loses nothing.
  const mctTransactionId = `order-${randomUUID()}`;
  // `expect` cancels a use that was authorised for another amount, or with other points.
  const verdict = await ocb.use({ mctTransactionId, ocbUseTrAuthToken }, { expect: { mctAmount: TOTAL, usePoint } });
  if (verdict.outcome === 'approved') return { outcome: 'paid' };
  if (verdict.outcome === 'refused') return { outcome: 'refused', message: verdict.error.message };
  // Keep verdict.question, and settle it later: the points may have been taken.
  return { outcome: 'unknown' };
}

const ROUTES = { '/token': issueToken, '/order': placeOrder };

async function readJson(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text || '{}');
}

createServer(async (request, response) => {
  const send = (status, type, body) => response.writeHead(status, { 'Content-Type': type }).end(body);
  if (request.method === 'GET') return send(200, 'text/html; charset=utf-8', readFileSync('index.html'));
  try {
    const answer = await ROUTES[request.url](await readJson(request));
    send(200, 'application/json', JSON.stringify(answer));
  } catch (error) {
    // A MerchantError's detail says what to change. It contains no key.
    send(502, 'application/json', JSON.stringify({ detail: error.detail || error.message }));
  }
}).listen(Number(env.PORT ?? 3000), 'localhost', () => console.log('ready'));
