import type { FrontRequest, FrontResponse } from '../../../contract/front-api';
import { PROTECTIONS } from '../../../contract/protections';
import type { Context } from '../../context';
import { authorisationByHash, insertAuthorisation } from '../../storage/choices';
import { type MemberRow, memberById } from '../../storage/members';
import { balanceOf, dutumBalances } from '../../storage/points';
import { lockById, type SessionRow, updateSession } from '../../storage/sessions';
import { ocbAccount } from '../accounts';
import { standingRefused } from '../identified';
import { Refusal } from '../refusal';
import { derivedToken, randomToken, tokenHash } from '../secrets';
import { transact, type Work } from '../transact';
import { choiceRefused } from './choice-rules';
import { dutumReason, takeDutum } from './points';
import { checkLive, liveSession } from './sessions';
import { outdated, outOfOrder, stand } from './steps';

/** How long a use token is valid. */
const USE_TOKEN_LIFE = PROTECTIONS.useTokenLife.windowMs;

type Request = FrontRequest<'authorize'>;
type Answer = FrontResponse<'authorize'>;

const useToken = (session: string, salt: string): string => derivedToken(session, salt, 'ocbUseTrAuthToken');

/**
 * Repeats the first response if the same choice arrives for a finished session, because that response may have been
 * lost.
 */
async function answerAgain({ tx, now }: Work, row: SessionRow, request: Request): Promise<Answer | undefined> {
  if (row.useTokenSalt === null || row.memberId === null) return undefined;
  const ocbUseTrAuthToken = useToken(request.session, row.useTokenSalt);
  const choice = await authorisationByHash(tx, tokenHash(ocbUseTrAuthToken));
  const { ocbPoint, dutumPoint, chargePoint } = request;
  const isSame =
    choice?.ocbPoint === ocbPoint && choice.dutumPoint === dutumPoint && choice.chargePoint === chargePoint;
  if (!choice || !isSame || choice.spentAt !== null || now >= choice.expiresAt) return undefined;
  if (choice.pinVersion !== (await memberById(tx, row.memberId))?.pinVersion) return undefined;
  return { ocbUseTrAuthToken, mctAmount: choice.mctAmount, dutumPoint, usePoint: ocbPoint + dutumPoint };
}

/**
 * Authorises the choice and ends the session. The merchant can spend the token once, within 10 minutes and under the
 * same PIN. Moves no points and charges nothing; the use does. 2001 if the PIN was changed since, 4057 or 4058 by the
 * member's status. Throws 4016, 4018, 4061 or 1000 as `choiceRefused` decides, with the reason in
 * `errorDetailMessage`. 4016 and 4018 include the step, because the balance may have changed.
 */
export function authorize(context: Context, request: Request): Promise<Answer> {
  return transact<Answer>(context, async (work) => {
    const { tx, now, random } = work;
    const over = await lockById(tx, tokenHash(request.session));
    checkLive(over, now);
    const again = over.step === 'done' ? await answerAgain(work, over, request) : undefined;
    if (again) return again;
    const row = await liveSession(work, request.session);
    if (row.step !== 'points' || row.memberId === null) return outOfOrder(work, row);

    const { memberId, nxMctNo, mctAmount } = row;
    const member = (await memberById(tx, memberId)) as MemberRow;
    const ended = standingRefused(member.status) ?? (await outdated(work, row, member, '2001'));
    if (ended) return ended;
    const usable = (await dutumBalances(tx, memberId, nxMctNo)).filter((points) => dutumReason(points, row) === null);
    const refused = choiceRefused(
      {
        mctAmount,
        ocbPoint: await balanceOf(tx, ocbAccount(memberId)),
        dutumPoint: usable.reduce((sum, points) => sum + points.balance, 0),
        canCharge: member.hasPayco,
      },
      request,
    );
    if (refused) {
      const isShort = refused.code === '4016' || refused.code === '4018';
      const detail = `${refused.field}: ${refused.reason}`;
      return new Refusal(refused.code, isShort ? { detail, step: await stand(work, row) } : { detail });
    }
    const { ocbPoint, dutumPoint, chargePoint } = request;
    const useTokenSalt = randomToken(random, 32);
    const ocbUseTrAuthToken = useToken(request.session, useTokenSalt);
    await insertAuthorisation(tx, {
      tokenHash: tokenHash(ocbUseTrAuthToken),
      nxMctNo,
      memberId,
      mctAmount,
      ocbPoint,
      dutumPoint,
      chargePoint,
      pinVersion: member.pinVersion,
      dutumParts: takeDutum(usable, dutumPoint),
      expiresAt: now + USE_TOKEN_LIFE,
    });
    await updateSession(tx, row.trTokenHash, { step: 'done', useTokenSalt });
    return { ocbUseTrAuthToken, mctAmount, dutumPoint, usePoint: ocbPoint + dutumPoint };
  });
}
