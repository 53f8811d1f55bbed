import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/cipher';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { type Fixture, member, startFixture } from '../server/fixture';

const [shop] = MERCHANTS;
const { nxMctNo, nxMctCorpNo } = shop;
const who = member('ready', 0);

/** What is only known once it happened: the popup's token, the ids of earlier answers, today in Korea. */
export const KNOWN_LATER = ['TOKEN', 'USE', 'CANCEL', 'SAVE', 'DAY'] as const;
type Known = Record<(typeof KNOWN_LATER)[number], string>;

interface Step {
  request(known: Known): object;
  /** What the answer's ocbTransactionId is called from then on. */
  keepAs?: keyof Known;
}

const order = 'order-1001';

/** The calls as the document makes them, in its order: one purchase, from its token to its settlement. */
export const STEPS: Readonly<Record<MerchantCall, Step>> = {
  issueToken: { request: () => ({ nxMctNo, nxMctCorpNo, mctAmount: 40_000 }) },
  use: {
    request: ({ TOKEN }) => ({ mctTransactionId: `${order}-use`, ocbUseTrAuthToken: TOKEN }),
    keepAs: 'USE',
  },
  cancel: {
    request: ({ USE }) => ({ mctTransactionId: `${order}-cancel`, orgOcbTransactionId: USE }),
    keepAs: 'CANCEL',
  },
  usePart: {
    request: ({ USE, CANCEL }) => ({
      mctTransactionId: `${order}-part`,
      orgUseOcbTransactionId: USE,
      orgCancelUseOcbTransactionId: CANCEL,
      mctAmount: 25_000,
      useOcbPoint: 2_000,
    }),
  },
  save: {
    request: () => ({
      mctTransactionId: `${order}-save`,
      nxMctNo,
      nxMctCorpNo,
      authType: 'CARD',
      authID: who.cardNumber,
      reqPoint: 250,
    }),
    keepAs: 'SAVE',
  },
  cancelSave: { request: ({ SAVE }) => ({ mctTransactionId: `${order}-save-cancel`, orgOcbTransactionId: SAVE }) },
  result: {
    request: ({ DAY }) => ({
      transactionType: 'USE',
      nxMctNo,
      mctTransactionId: `${order}-use`,
      mctTransactionDay: DAY,
      ocbTransactionId: '',
    }),
  },
};

/** What went over the wire, and what it says. */
export interface Example {
  request: string;
  sealedRequest: string;
  status: number;
  sealedAnswer: string;
  answer: string;
}

/** Bytes that are the same in every run: a chain of hashes. */
function foreseeable(): (bytes: number) => Buffer {
  let link = Buffer.from('server-api.md');
  return (bytes) => {
    const parts: Buffer[] = [];
    for (let size = 0; size < bytes; size += link.length) {
      link = createHash('sha256').update(link).digest();
      parts.push(link);
    }
    return Buffer.concat(parts).subarray(0, bytes);
  };
}

/** A sandbox whose clock stands and whose tokens are the same in every run. */
export async function startForeseeable(): Promise<Fixture> {
  const ocb = await startFixture();
  // Not before: how much the start takes from it depends on what is hashed already.
  vi.spyOn(ocb.context, 'random').mockImplementation(foreseeable());
  return ocb;
}

/** The points that the examples spend, authorised by the shopper in the popup. */
export async function authorisedToken(ocb: Fixture): Promise<string> {
  return (await ocb.authorized(who, { ocbPoint: 3_000, dutumPoint: 500 })).ocbUseTrAuthToken;
}

async function post(ocb: Fixture, call: MerchantCall, request: object): Promise<Example> {
  const text = JSON.stringify(request);
  const sealedRequest = encrypt(text, shop);
  const answer = await fetch(ocb.url + MERCHANT_API + MERCHANT_CALLS[call].path, {
    method: 'POST',
    headers: { Authorization: `Basic ${shop.basicAuth}`, Accept: 'text/plain', 'Content-Type': 'text/plain' },
    body: sealedRequest,
  });
  const sealedAnswer = await answer.text();
  return { request: text, sealedRequest, status: answer.status, sealedAnswer, answer: decrypt(sealedAnswer, shop) };
}

/** Makes every call of the document, and one that is refused: the use's token spent again. */
export async function makeExamples(ocb: Fixture): Promise<Record<MerchantCall | 'refused', Example>> {
  const known: Known = { TOKEN: await authorisedToken(ocb), USE: '', CANCEL: '', SAVE: '', DAY: '20260601' };
  const examples: Partial<Record<MerchantCall | 'refused', Example>> = {};
  for (const [name, { request, keepAs }] of Object.entries(STEPS)) {
    const call = name as MerchantCall;
    const example = await post(ocb, call, request(known));
    if (keepAs) known[keepAs] = JSON.parse(example.answer).ocbTransactionId;
    examples[call] = example;
  }
  const again = { mctTransactionId: 'order-1002-use', ocbUseTrAuthToken: known.TOKEN };
  examples.refused = await post(ocb, 'use', again);
  return examples as Record<MerchantCall | 'refused', Example>;
}
