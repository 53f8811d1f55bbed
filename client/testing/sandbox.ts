import type { Member } from '../../contract/sandbox';
import type { ErrorObject, PointsAuthenticated } from '../../src/api';

/** Where `npx okcashbag sandbox` and `npm start` serve the sandbox. */
const SANDBOX = 'http://127.0.0.1:4000';
const POLL_MS = 200;
const TIMEOUT_MS = 10_000;

/** Which sandbox. */
export interface SandboxOptions {
  /** Its address. Default: `http://127.0.0.1:4000`. */
  sandbox?: string;
}

/** A shopper, and what they authorise. */
export interface Authorization extends SandboxOptions {
  /** The phone number or card number of one of `GET /sandbox/members`. */
  member: string;
  /** `merchantTrToken` of the token request. */
  mctTrToken: string;
  ocbPoint?: number;
  dutumPoint?: number;
  chargePoint?: number;
  /** For a member whose PIN is not that of the seed. */
  pin?: string;
}

/** Calls the sandbox and returns its response. Rejects with what it says. */
async function call<T>(sandbox: string, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await fetch(`${sandbox}/sandbox${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
  throw new Error(`${method} /sandbox${path}: ${reasonIn(text) ?? `${response.status} ${text}`}`);
}

function reasonIn(text: string): string | undefined {
  try {
    const { errorCode, errorMessage, errorDetailMessage } = JSON.parse(text).errorObject as ErrorObject;
    return `${errorCode} ${errorMessage} ${errorDetailMessage}`.trimEnd();
  } catch {
    return undefined;
  }
}

/**
 * Authorises points in the sandbox without a browser, and returns what the page would receive: for tests of a server.
 */
export function authorize({ sandbox = SANDBOX, ...shopper }: Authorization): Promise<PointsAuthenticated> {
  return call(sandbox, 'POST', '/authorize', shopper);
}

/** Returns the member with this phone number or card number. */
export async function readMember(number: string, { sandbox = SANDBOX }: SandboxOptions): Promise<Member> {
  const members = await call<Member[]>(sandbox, 'GET', '/members');
  const member = members.find(({ phone, cardNumber }) => number === phone || number === cardNumber);
  if (!member) throw new Error(`GET /sandbox/members has no member with the number ${number}`);
  return member;
}

/** What has arrived at a telephone of the sandbox. */
interface Phone {
  messages: { code: string; sentAt: number }[];
  pushes: { id: string; state: string }[];
}

/** Looks until there is something. */
async function waitFor<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + TIMEOUT_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`${what} within ${TIMEOUT_MS / 1000} s`);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

const read = (sandbox: string, phone: string) => call<Phone>(sandbox, 'GET', `/phones/${phone}`);

/** Returns the newest code that a telephone has received, '' if none has arrived. */
export async function newestCode(phone: string, { sandbox = SANDBOX }: SandboxOptions): Promise<string> {
  const { messages } = await read(sandbox, phone);
  return messages.reduce((one, other) => (other.sentAt > one.sentAt ? other : one), { code: '', sentAt: 0 }).code;
}

/** Returns the newest code that a telephone has received; it waits for one, other than `not`. */
export function waitForCode(phone: string, { not, ...options }: SandboxOptions & { not?: string } = {}) {
  return waitFor(`no text message arrived at ${phone}`, async () => {
    const newest = await newestCode(phone, options);
    return newest !== '' && newest !== not ? newest : undefined;
  });
}

/** Waits for a request to a telephone's app, and approves it with the popup's **확인 번호** (two digits). */
export async function approvePush(phone: string, number: string, { sandbox = SANDBOX }: SandboxOptions = {}) {
  const push = await waitFor(`no request to the app arrived at ${phone}`, async () => {
    const { pushes } = await read(sandbox, phone);
    return pushes.find(({ state }) => state === 'waiting');
  });
  await call<void>(sandbox, 'POST', `/phones/${phone}/pushes/${push.id}`, { answer: 'approve', number });
}
