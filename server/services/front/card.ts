import type { FrontRequest, Step } from '../../../contract/front-api';
import { CARD_ATTEMPTS } from '../../../contract/protections';
import type { Context } from '../../context';
import { lockMember, memberByCi, updateMember } from '../../storage/members';
import { askProvider } from '../ask-provider';
import { cardRefused, identified } from '../identified';
import { Refusal } from '../refusal';
import { transact } from '../transact';
import { guess, wasRight } from './guesses';
import { liveSession } from './sessions';

/**
 * Identifies the shopper by card number and online password. Each attempt counts as a guess until it was right: 2000
 * after too many. 2302: no such card. 2300: wrong password, with the attempts left, counted per card over all sessions.
 * 2301: the third wrong one and every later attempt, even with the right password. 2504: the PIN was deleted, and the
 * card does not suffice for another one. 4040, 4045, 4048, 4056: see `cardRefused`.
 */
export async function identifyByCard(
  context: Context,
  request: FrontRequest<'identifyByCard'>,
  address: string,
): Promise<Step> {
  const { session, cardNumber, cardPassword } = request;
  const { cards } = context.providers;
  const guessedAt = await transact<number>(context, async (work) => {
    const row = await liveSession(work, session);
    return (await guess(work, { row, address })) ?? work.now;
  });
  const card = await askProvider(context, 'card directory', () => cards.find(cardNumber));
  const isRight = await askProvider(context, 'card directory', () => cards.isPassword(cardNumber, cardPassword));
  return transact<Step>(context, async (work) => {
    const row = await liveSession(work, session);
    const found = card && (await memberByCi(work.tx, card.ci));
    if (!card || !found) return new Refusal('2302');
    if (isRight) await wasRight(work, { row, address }, guessedAt);
    const member = await lockMember(work.tx, found.id);
    if (member.cardFailures >= CARD_ATTEMPTS) return new Refusal('2301');
    if (isRight) {
      await updateMember(work.tx, member.id, { cardFailures: 0 });
      return cardRefused(card) ?? identified(work, row, member, { mayReplacePin: false });
    }
    const cardFailures = member.cardFailures + 1;
    await updateMember(work.tx, member.id, { cardFailures });
    const attemptsLeft = CARD_ATTEMPTS - cardFailures;
    return attemptsLeft > 0 ? new Refusal('2300', { attemptsLeft }) : new Refusal('2301');
  });
}
