import type { FrontRequest, FrontResponse, Step } from '../../../contract/front-api';
import type { Locale } from '../../../contract/locales';
import type { Context } from '../../context';
import {
  dropChallenges,
  findById,
  lockById,
  lockByToken,
  type MemberRow,
  merchantForOrigin,
  type SessionRow,
} from '../../storage/sessions';
import { memberByUserAuthToken } from '../../storage/user-auth-tokens';
import { memberRefused } from '../identified';
import { Refusal } from '../refusal';
import { randomToken, tokenHash } from '../secrets';
import { transact, type Work } from '../transact';
import { unusedSince } from '../user-auth-tokens';
import { move, NOTHING_IDENTIFIED, startOver } from './steps';

const noRight = (detail: string) => new Refusal('1000', { detail, status: 403 });

/** Explains where to register an origin. The popup prints it in the browser's console. */
const unregistered = (origin: string, nxMctNo: string): string =>
  `${origin} is not registered with merchant ${nxMctNo}. Have OCB register it; in the sandbox: SHOP_ORIGINS=${origin} npm start`;

/** Returns the member that a valid userAuthToken identifies, and the token's hash. */
async function knownMember(
  { tx, now }: Work,
  row: SessionRow,
  userAuthToken: string,
): Promise<{ member: MemberRow; knownBy: string } | undefined> {
  const hashes = [userAuthToken === '' ? null : tokenHash(userAuthToken), row.userAuthTokenHash];
  for (const knownBy of hashes) {
    const member =
      knownBy === null ? undefined : await memberByUserAuthToken(tx, row.nxMctNo, knownBy, unusedSince(now));
    if (knownBy !== null && member) return { member, knownBy };
  }
  return undefined;
}

/**
 * Opens a session for a transaction token. Opening it again ends the earlier session, and identification starts over. A
 * valid userAuthToken leads straight to the PIN. 403/1000: the token is unknown, spent or expired, or the origin is not
 * the merchant's.
 */
export function open(context: Context, request: FrontRequest<'open'>): Promise<FrontResponse<'open'>> {
  return transact(context, async (work) => {
    const { tx, now, random } = work;
    const row = await lockByToken(tx, tokenHash(request.mctTrToken));
    if (!row) throw noRight('mctTrToken is unknown: pass merchantTrToken as the token request returned it');
    const merchant = await merchantForOrigin(tx, row.nxMctNo, request.pageOrigin);
    if (!merchant) throw noRight(unregistered(request.pageOrigin, row.nxMctNo));
    if (merchant.suspendedAt !== null) throw noRight(`Merchant ${row.nxMctNo} is suspended`);
    if (row.step === 'done') throw noRight('mctTrToken has been spent: request another');
    if (now >= row.expiresAt) throw noRight('mctTrToken has expired: request another');
    const known = await knownMember(work, row, request.userAuthToken);
    const refused = known && memberRefused(known.member, now);
    if (refused) throw refused;
    await dropChallenges(tx, row);
    const session = randomToken(random, 32);
    const next = await move(work, row, known ? 'pin' : 'method', {
      ...NOTHING_IDENTIFIED,
      ...(known && { memberId: known.member.id, pinVersion: known.member.pinVersion, knownBy: known.knownBy }),
      idHash: tokenHash(session),
      locale: request.locale,
      pageOrigin: request.pageOrigin,
      pinForgotten: false,
    });
    return { session, merchantName: merchant.name, mctAmount: row.mctAmount, now, expiresAt: row.expiresAt, next };
  });
}

/**
 * Returns the session with this id, locked until the end of the transaction. Throws 403/1000 if there is none (it never
 * existed or was opened again elsewhere), or if it is over or expired.
 */
export async function liveSession(work: Work, session: string): Promise<SessionRow> {
  const row = await lockById(work.tx, tokenHash(session));
  checkLive(row, work.now);
  if (row.step === 'done') throw noRight('The session is over');
  return row;
}

/** Returns the session's language, or undefined if there is no such session. */
export function localeOfSession(context: Context, session: string): Promise<Locale | undefined> {
  return transact(context, async ({ tx }) => (await findById(tx, tokenHash(session)))?.locale);
}

/** Throws 403/1000 unless the session exists and has not expired. */
export function checkLive(row: SessionRow | undefined, now: number): asserts row is SessionRow {
  if (!row) throw noRight('session is unknown');
  if (now >= row.expiresAt) throw noRight('The session has expired');
}

/** Returns to the choice of a method and forgets any identification. */
export function restart(context: Context, { session }: FrontRequest<'restart'>): Promise<Step> {
  return transact(context, async (work) => startOver(work, await liveSession(work, session)));
}
