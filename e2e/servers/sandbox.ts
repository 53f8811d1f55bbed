import type { Member } from '../../contract/sandbox';
import { createMerchantClient, type MerchantClient } from '../../merchant/client';

interface Merchant {
  nxMctNo: string;
  nxMctCorpNo: string;
  name: string;
  basicAuth: string;
  aesKey: string;
  aesIv: string;
  origins: string[];
}

interface Phone {
  messages: { text: string; code: string; sentAt: number }[];
  pushes: { id: string; merchantName: string; mctAmount: number; state: string; expiresAt: number }[];
}

/** What goes wrong on purpose: a refusal, a delay, or no answer at all. */
export interface Fault {
  call: string;
  errorCode?: string;
  delayMs?: number;
  drop?: boolean;
  times?: number;
}

/** The sandbox's controls, so that no test waits, sleeps or guesses. */
export interface Sandbox {
  url: string;
  /** The first member who has all these traits. */
  member(...traits: string[]): Promise<Member>;
  /** The member with this phone number, as things stand now. */
  memberAt(phone: string): Promise<Member>;
  merchant(nth?: number): Promise<MerchantClient>;
  phone(digits: string): Promise<Phone>;
  /** The last code that the phone got. */
  code(digits: string): Promise<string>;
  /** Approves with the confirmation number that the popup shows; without one, refuses. */
  answerPush(digits: string, number?: string): Promise<void>;
  fault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  advanceClock(advanceMs: number): Promise<void>;
  reset(): Promise<void>;
}

export function sandboxAt(url: string): Sandbox {
  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/sandbox${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /sandbox${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  const phone = (digits: string) => call<Phone>('GET', `/phones/${digits}`);

  async function find(is: (member: Member) => boolean, wanted: string): Promise<Member> {
    const member = (await call<Member[]>('GET', '/members')).find(is);
    if (!member) throw new Error(`The sandbox has no member: ${wanted}`);
    return member;
  }

  return {
    url,
    phone,
    member: (...traits) => find((member) => traits.every((trait) => member.traits.includes(trait)), traits.join(' ')),
    memberAt: (digits) => find((member) => member.phone === digits, digits),
    async merchant(nth = 0) {
      const merchant = (await call<Merchant[]>('GET', '/merchants'))[nth];
      if (!merchant) throw new Error(`The sandbox has no merchant ${nth + 1}`);
      return createMerchantClient({ baseUrl: url, ...merchant });
    },
    async code(digits) {
      const { messages } = await phone(digits);
      const newest = [...messages].sort((a, b) => b.sentAt - a.sentAt)[0];
      if (!newest) throw new Error(`No message has arrived at ${digits}`);
      return newest.code;
    },
    async answerPush(digits, number) {
      const { pushes } = await phone(digits);
      const waiting = pushes.find(({ state }) => state === 'waiting');
      if (!waiting) throw new Error(`No push waits at ${digits}: ${JSON.stringify(pushes)}`);
      const answer = number === undefined ? { answer: 'refuse' } : { answer: 'approve', number };
      await call('POST', `/phones/${digits}/pushes/${waiting.id}`, answer);
    },
    fault: (fault) => call('POST', '/faults', fault),
    clearFaults: () => call('DELETE', '/faults'),
    advanceClock: (advanceMs) => call('POST', '/clock', { advanceMs }),
    reset: () => call('POST', '/reset'),
  };
}
