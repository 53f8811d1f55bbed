import { dice } from '../../attack/dice';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/client';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import type { Shopper } from './shoppers';

const [shop] = MERCHANTS;

/** A request with its response. `answer` has the fields of an approval; `code` is `ok` or the refusal's. */
export interface Answered {
  call: MerchantCall;
  body: Record<string, unknown> & { mctTransactionId: string };
  code: string;
  answer: Record<string, unknown>;
  /** The shopper whose points it moved. */
  who: Shopper;
}

/** The servers, which may die and come back. */
export interface Servers {
  /** Returns the server for the nth request. Waits while none is up. */
  urlFor(n: number): Promise<string>;
  /** Called after each response. */
  answered(): void;
}

/** Retries as a merchant must: repeats the request until its outcome is known. */
async function askUntilKnown(
  servers: Servers,
  n: number,
  call: MerchantCall,
  body: object,
): Promise<Pick<Answered, 'code' | 'answer'>> {
  for (let attempt = n; ; attempt += 1) {
    const url = await servers.urlFor(attempt);
    const text = await fetch(url + MERCHANT_API + MERCHANT_CALLS[call].path, {
      method: 'POST',
      headers: { authorization: `Basic ${shop.basicAuth}`, 'content-type': 'text/plain' },
      body: encrypt(JSON.stringify(body), shop),
    }).then(
      (response) => response.text(),
      () => undefined,
    );
    if (text === undefined) continue;
    const { errorObject, ...answer } = JSON.parse(decrypt(text, shop));
    if (/^(4001|5000|9999)$/.test(errorObject?.errorCode)) continue;
    servers.answered();
    return { code: errorObject?.errorCode ?? 'ok', answer };
  }
}

/** State that all clients share: what can be spent, and what was approved. */
export interface Known {
  people: readonly Shopper[];
  tokens: readonly { token: string; who: Shopper }[];
  uses: { id: string; who: Shopper }[];
  cancels: { use: string; id: string; who: Shopper }[];
  saves: { id: string; who: Shopper }[];
}

/**
 * Runs one client, which makes `count` random requests in sequence, some of them twice at once. Returns the responses.
 */
export async function client(name: string, count: number, servers: Servers, known: Known): Promise<Answered[]> {
  const roll = dice([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const one = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const all: Answered[] = [];
  for (let n = 0; n < count; n += 1) {
    const { call, fields, who } = next(roll, one, known);
    const body: Answered['body'] = { mctTransactionId: `${name}-${n}`, ...fields };
    const times = roll(6) === 0 ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: times }, (_, i) => askUntilKnown(servers, n + i, call, body)),
    );
    for (const answer of answers) all.push({ call, body, who, ...answer });
    const [{ code, answer }] = answers as [Answered];
    if (code !== 'ok') continue;
    const id = String(answer.ocbTransactionId);
    if (call === 'use' || call === 'usePart') known.uses.push({ id, who });
    if (call === 'cancel') known.cancels.push({ use: String(body.orgOcbTransactionId), id, who });
    if (call === 'save') known.saves.push({ id, who });
  }
  return all;
}

/** Creates a random request. It becomes a use if what it needs does not exist yet. */
function next(
  roll: (below: number) => number,
  one: <T>(list: readonly T[]) => T,
  { people, tokens, uses, cancels, saves }: Known,
): { call: MerchantCall; fields: Record<string, unknown>; who: Shopper } {
  const what = roll(100);
  if (what < 20) {
    const who = one(people);
    const by = roll(2) === 0 ? { authType: 'CARD', authID: who.cardNumber } : { authType: 'CI', authID: who.ci };
    const { nxMctNo, nxMctCorpNo } = shop;
    return { call: 'save', fields: { nxMctNo, nxMctCorpNo, ...by, reqPoint: 1 + roll(500) }, who };
  }
  if (what < 30 && saves.length > 0) {
    const { id, who } = one(saves);
    return { call: 'cancelSave', fields: { orgOcbTransactionId: id }, who };
  }
  if (what < 52 && uses.length > 0) {
    const { id, who } = one(uses);
    return { call: 'cancel', fields: { orgOcbTransactionId: id }, who };
  }
  if (what < 66 && cancels.length > 0) {
    const { use, id, who } = one(cancels);
    const original = { orgUseOcbTransactionId: use, orgCancelUseOcbTransactionId: id };
    return { call: 'usePart', fields: { ...original, mctAmount: 9_000, useOcbPoint: 1 + roll(600) }, who };
  }
  const { token, who } = one(tokens);
  return { call: 'use', fields: { ocbUseTrAuthToken: token }, who };
}
