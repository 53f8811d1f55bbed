import { randomUUID } from 'node:crypto';
import { FRONT_API, type FrontCall, type FrontRequest, type FrontResponse } from '../../contract/front-api';
import type { Member } from '../../contract/sandbox';
import type { Merchant } from './merchants';
import type { Sandbox } from './sandbox';

/**
 * A shopper who has paid here before: there is no userAuthToken without a payment, so one point is spent with card and
 * PIN, by the popup's own calls, and given back.
 */
export async function payBefore(sandbox: Sandbox, { client, origin }: Merchant, member: Member): Promise<string> {
  async function call<C extends FrontCall>(name: C, body: FrontRequest<C>): Promise<FrontResponse<C>> {
    const response = await fetch(new URL(`${FRONT_API}/${name}`, sandbox.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${name} was refused with ${response.status}`);
    return (await response.json()) as FrontResponse<C>;
  }
  const { merchantTrToken: mctTrToken } = await client.issueToken({ mctAmount: 1_000 });
  const { session } = await call('open', { mctTrToken, userAuthToken: '', pageOrigin: origin, locale: 'ko' });
  const { cardNumber, cardPassword, pin } = member;
  const next = await call('identifyByCard', { session, cardNumber, cardPassword });
  if (next.step !== 'pin' || !pin) throw new Error(`${member.name} has no PIN`);
  const { keypadId, digits } = next.keypad;
  const positions = [...pin].map((digit) => digits.indexOf(Number(digit)));
  await call('verifyPin', { session, keypadId, positions });
  const { ocbUseTrAuthToken } = await call('authorize', { session, ocbPoint: 1, dutumPoint: 0, chargePoint: 0 });
  const used = await client.use({ mctTransactionId: randomUUID(), ocbUseTrAuthToken });
  if (used.outcome !== 'approved' || !used.answer.userAuthToken) throw new Error('The earlier payment failed');
  const { ocbTransactionId, userAuthToken } = used.answer;
  await client.cancel({ mctTransactionId: randomUUID(), orgOcbTransactionId: ocbTransactionId });
  return userAuthToken;
}
