import {
  FRONT_API,
  type FrontCall,
  type FrontRequest,
  type FrontResponse,
  type Step,
} from '../../../contract/front-api';
import type { MerchantClient } from '../../../merchant/client';
import type { SeedMember } from '../../../server/sandbox/seed/members';
import { keypadOf, press } from '../fixture';
import { ORIGIN } from './two-servers';

/** Makes the calls of a popup that a server at this address serves. Each rejects with the refusal. */
export function popupAt(url: string, kit: MerchantClient) {
  async function front<C extends FrontCall>(call: C, body: FrontRequest<C>): Promise<FrontResponse<C>> {
    const response = await fetch(`${url}${FRONT_API}/${call}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${call}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  async function open(): Promise<string> {
    const { merchantTrToken: mctTrToken } = await kit.issueToken({ mctAmount: 40_000 });
    return (await front('open', { mctTrToken, userAuthToken: '', pageOrigin: ORIGIN, locale: 'ko' })).session;
  }

  const byCard = (session: string, { cardNumber, cardPassword }: SeedMember) =>
    front('identifyByCard', { session, cardNumber, cardPassword });

  /** Goes from an identified shopper to a use token. */
  async function authorise(session: string, step: Step, ocbPoint: number): Promise<string> {
    const pin = '246813';
    if (step.step === 'pin') await front('verifyPin', { session, ...press(step.keypad, pin) });
    else {
      const again = await front('enterNewPin', { session, ...press(keypadOf(step), pin) });
      await front('confirmNewPin', { session, ...press(keypadOf(again), pin) });
    }
    return (await front('authorize', { session, ocbPoint, dutumPoint: 0, chargePoint: 0 })).ocbUseTrAuthToken;
  }

  return { front, open, byCard, authorise };
}
