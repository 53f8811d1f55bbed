import type { UseRequest, UseResponse } from '../../../contract/merchant-api';
import type { Context } from '../context';
import {
  findTransaction,
  lockAuthorisation,
  markSpent,
  type NewEntry,
  post,
  type TransactionRow,
  type UseAuthorisation,
} from '../storage/ledger';
import { lockBalances } from '../storage/points';
import { userAuthTokens } from '../storage/schema';
import { ocbAccount, PAYCO, usedAccount } from './accounts';
import { seoulDay } from './clock';
import type { Merchant } from './merchants';
import { Refusal } from './refusal';
import { derivedToken, randomToken, tokenHash } from './secrets';
import { transact, type Work } from './transact';

const APPROVED = '0000';

const contentOf = (kind: string, parts: readonly string[]): string => tokenHash(JSON.stringify([kind, ...parts]));

/** The answer to a use, the first time and every other: all of it is in the row, but for the token, which row and request give together. */
function answer(row: TransactionRow, request: UseRequest): UseResponse {
  return {
    ocbTransactionId: row.id,
    nxAuthDay: row.nxAuthDay,
    nxAuthNo: row.nxAuthNo,
    mctAmount: row.mctAmount,
    useOcbPoint: row.ocbPoint,
    dutumPoint: row.dutumPoint,
    chargePoint: row.chargePoint,
    userAuthToken: derivedToken(request.ocbUseTrAuthToken, row.userAuthSalt ?? '', 'userAuthToken'),
  };
}

/** The same id again: the first answer again, or 1000 when it asks for something else. */
function again(row: TransactionRow, contentHash: string, request: UseRequest): UseResponse | Refusal {
  if (row.contentHash !== contentHash) {
    return new Refusal('1000', { detail: 'mctTransactionId was used for another request' });
  }
  return row.code === APPROVED ? answer(row, request) : new Refusal(row.code as '4018');
}

/** What an authorised choice moves: to the merchant's counter, from the member's accounts, from PAYCO what is charged. */
function movementsOf(choice: UseAuthorisation): NewEntry[] {
  const ocb = ocbAccount(choice.memberId);
  const all = [
    { accountId: PAYCO, amount: -choice.chargePoint },
    { accountId: ocb, amount: choice.chargePoint },
    { accountId: ocb, amount: -choice.ocbPoint },
    ...choice.dutumParts.map(({ accountId, points }) => ({ accountId, amount: -points })),
    { accountId: usedAccount(choice.nxMctNo), amount: choice.ocbPoint + choice.dutumPoint },
  ];
  return all.filter((movement) => movement.amount !== 0);
}

/** Whether the members' accounts can bear the movements. Locks those accounts. */
async function isCovered(work: Work, choice: UseAuthorisation): Promise<boolean> {
  const needed = new Map(choice.dutumParts.map(({ accountId, points }) => [accountId, points]));
  needed.set(ocbAccount(choice.memberId), choice.ocbPoint - choice.chargePoint);
  const balances = await lockBalances(work.tx, [...needed.keys()]);
  return [...needed].every(([accountId, points]) => (balances.get(accountId) ?? 0) >= points);
}

/** Why the token cannot be spent now, if it cannot. */
function tokenRefused(choice: UseAuthorisation | undefined, now: number): Refusal | undefined {
  const because = (detail: string) => new Refusal('1000', { detail: `ocbUseTrAuthToken ${detail}`, status: 403 });
  if (!choice) return because('is unknown');
  if (choice.spentAt !== null) return because('has been spent');
  return now >= choice.expiresAt ? because('has expired') : undefined;
}

/**
 * Spends what a shopper authorised, once (SPEC, `/pay/use/v1.0/point`), for the merchant that called. The same mctTransactionId
 * with the same content gets the first answer again, in parallel too; with other content 1000. 403/1000: the token is unknown,
 * another merchant's, spent or expired. 4018: the balance has fallen meanwhile (the token stays good, for another id);
 * 4057, 4058: the member's standing has changed.
 */
export function usePoints(context: Context, merchant: Merchant, request: UseRequest): Promise<UseResponse> {
  const { nxMctNo } = merchant;
  const useTokenHash = tokenHash(request.ocbUseTrAuthToken);
  const contentHash = contentOf('USE', [useTokenHash]);
  return transact<UseResponse>(context, async (work) => {
    const { tx, now, random } = work;
    // The lock comes first: a parallel call with the same token then sees what this one did.
    const locked = await lockAuthorisation(tx, nxMctNo, useTokenHash);
    const earlier = await findTransaction(tx, nxMctNo, request.mctTransactionId);
    if (earlier) return again(earlier, contentHash, request);
    const refused = tokenRefused(locked?.authorisation, now);
    if (refused || !locked) return refused as Refusal;
    const choice = locked.authorisation;
    if (locked.memberStatus === 'withdrawn') return new Refusal('4057');
    if (locked.memberStatus === 'suspended') return new Refusal('4058');

    const covered = await isCovered(work, choice);
    const row = await post(
      tx,
      {
        id: `${seoulDay(now)}${random(16).toString('hex')}`,
        kind: 'USE',
        nxMctNo,
        mctTransactionId: request.mctTransactionId,
        contentHash,
        code: covered ? APPROVED : '4018',
        memberId: choice.memberId,
        mctAmount: choice.mctAmount,
        ocbPoint: choice.ocbPoint,
        dutumPoint: choice.dutumPoint,
        chargePoint: choice.chargePoint,
        nxAuthDay: seoulDay(now),
        userAuthSalt: covered ? randomToken(random, 32) : null,
        at: now,
      },
      covered ? movementsOf(choice) : [],
    );
    // Two calls with one id and two tokens in the same moment: the other was first, so this one's content differs.
    if (!row) return new Refusal('1000', { detail: 'mctTransactionId was used for another request' });
    if (!covered) return new Refusal('4018');
    await markSpent(tx, useTokenHash, now);
    const response = answer(row, request);
    await tx.insert(userAuthTokens).values({
      tokenHash: tokenHash(response.userAuthToken),
      nxMctNo,
      memberId: choice.memberId,
      pinVersion: locked.pinVersion,
      issuedAt: now,
    });
    return response;
  });
}
