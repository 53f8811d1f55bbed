import type { Examination, ExamineRequest } from '../../../contract/examination';
import type { Context } from '../../context';
import { findByToken, merchantForOrigin, type SessionRow } from '../../storage/sessions';
import { tokenHash } from '../secrets';
import { transact } from '../transact';

type TokenState = NonNullable<Examination['token']>['state'];

function stateAt(row: SessionRow | undefined, now: number): TokenState {
  if (!row) return 'unknown';
  if (row.step === 'done') return 'spent';
  return now < row.expiresAt ? 'good' : 'expired';
}

/** Returns what `open` would say about a token and a page's origin, without opening anything. */
export function examine(context: Context, { mctTrToken, pageOrigin }: ExamineRequest): Promise<Examination> {
  return transact(context, async ({ tx, now }) => {
    if (mctTrToken === undefined) return { now };
    const row = await findByToken(tx, tokenHash(mctTrToken));
    const isOriginRegistered = row ? (await merchantForOrigin(tx, row.nxMctNo, pageOrigin)) !== undefined : null;
    return { now, token: { state: stateAt(row, now), isOriginRegistered } };
  });
}
