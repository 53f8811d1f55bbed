import { EXAMINE_PATH, type Examination, type ExamineRequest } from '../contract/examination';
import { type Finding, finding } from './finding';

const MAX_SKEW_MS = 60_000;

const TOKEN: Readonly<
  Record<NonNullable<Examination['token']>['state'], [problem: string, change: string] | undefined>
> = {
  good: undefined,
  unknown: ['the token is unknown to this server', 'pass merchantTrToken as the token request returned it'],
  spent: ['points have been authorised with the token', 'request another'],
  expired: ['the token is older than 30 minutes', 'request one when the shopper wants to pay'],
};

/** A simple request, so that the browser sends it at once. */
async function examine(front: string, request: ExamineRequest): Promise<Examination> {
  const response = await fetch(front + EXAMINE_PATH, { method: 'POST', body: JSON.stringify(request) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json() as Promise<Examination>;
}

function checkToken({ state, isOriginRegistered }: NonNullable<Examination['token']>): Finding[] {
  const found: Finding[] = [];
  const problem = TOKEN[state];
  if (problem) found.push(finding('token', ...problem));
  if (isOriginRegistered === false) {
    const { origin } = window;
    const change = `have OCB register it; in the sandbox: SHOP_ORIGINS=${origin} npm start`;
    found.push(finding('origin', `${origin} is not registered with the token's merchant`, change));
  }
  return found;
}

/** Asks the front server about the token, the page's origin and the time. */
export async function checkWithServer(front: string, mctTrToken: unknown): Promise<Finding[]> {
  const token = await Promise.resolve(mctTrToken).catch((error: unknown) => error);
  const isString = typeof token === 'string';
  const found: Finding[] = [];
  if (token !== undefined && !isString) {
    found.push(finding('token', 'the token is not a string', 'pass merchantTrToken of the answer, or a promise of it'));
  }
  const askedAt = Date.now();
  try {
    const examined = await examine(front, { pageOrigin: window.origin, ...(isString && { mctTrToken: token }) });
    if (examined.token) found.push(...checkToken(examined.token));
    const skew = (askedAt + Date.now()) / 2 - examined.now;
    if (Math.abs(skew) > MAX_SKEW_MS) {
      const problem = `this device is ${Math.round(Math.abs(skew) / 60_000)} min ${skew > 0 ? 'ahead of' : 'behind'} OCB`;
      found.push(finding('clock', problem, 'set its clock, or reset the one of the sandbox'));
    }
  } catch (_unreachable) {
    const change = `look whether it runs; a policy with connect-src needs ${front}, but for the doctor only`;
    found.push(finding('token', 'the front server was not asked about token, origin and time', change));
  }
  return found;
}
