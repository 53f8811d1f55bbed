import type { Member } from '../../contract/sandbox';
import type { MerchantOptions } from '../../merchant/client';

/** A merchant of the sandbox, with its keys, which stay in this process. */
export interface SandboxMerchant extends Omit<MerchantOptions, 'baseUrl'> {
  name: string;
  origins: string[];
}

/** A deliberate fault of the sandbox (demo/README.md, "Controls"). */
export interface Fault {
  call: string;
  errorCode?: string;
  delayMs?: number;
  drop?: boolean;
  after?: boolean;
  times?: number;
}

/** The sandbox refused a control; `detail` says why. */
export class SandboxError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(`The sandbox refused with ${status}: ${detail}`);
  }
}

/** The sandbox's controls, which answer loopback only. */
export interface Sandbox {
  readonly url: string;
  members(): Promise<Member[]>;
  merchants(): Promise<SandboxMerchant[]>;
  /** What a telephone received: messages with their codes, and requests to the app. */
  phone(digits: string): Promise<object>;
  answerPush(digits: string, id: string, answer: object): Promise<object>;
  addFault(fault: Fault): Promise<object>;
  clearFaults(): Promise<object>;
  advanceClock(advanceMs: number): Promise<object>;
  reset(): Promise<object>;
}

/** Creates the caller of a sandbox's controls. */
export function createSandbox(url: string): Sandbox {
  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const response = await fetch(new URL(`/sandbox${path}`, url), {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch((error) => {
      throw new Error(`No OCB sandbox at ${url}: start it first (npm start), or set OCB_URL.`, { cause: error });
    });
    const answer = await response.json();
    if (!response.ok) throw new SandboxError(response.status, `${answer.errorObject?.errorDetailMessage}`);
    return answer;
  }
  return {
    url,
    members: () => call('GET', '/members'),
    merchants: () => call('GET', '/merchants'),
    phone: (digits) => call('GET', `/phones/${digits}`),
    answerPush: (digits, id, answer) => call('POST', `/phones/${digits}/pushes/${encodeURIComponent(id)}`, answer),
    addFault: (fault) => call('POST', '/faults', fault),
    clearFaults: () => call('DELETE', '/faults'),
    advanceClock: (advanceMs) => call('POST', '/clock', { advanceMs }),
    reset: () => call('POST', '/reset'),
  };
}
