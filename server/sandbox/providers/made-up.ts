import { eq } from 'drizzle-orm';
import type { Providers } from '../../providers/providers';
import { isSecret } from '../../services/secrets';
import { ask, transact } from '../../services/transact';
import { APP_ANSWERS } from '../phones';
import { appPushes, cards, messages } from '../storage/schema';
import { madeUpApproval } from './approval';
import type { Ground } from './ground';
import { madeUpPayco } from './payco';

/** Creates providers that contact no other system: cards are rows of a table, phones are web pages. */
export function madeUpProviders(ground: Ground): Providers {
  const cardOf = async (cardNumber: string) => {
    const [card] = await ask(ground, (db) => db.select().from(cards).where(eq(cards.cardNumber, cardNumber)));
    return card;
  };
  return {
    cards: {
      find: async (cardNumber) => {
        const card = await cardOf(cardNumber);
        return card && { ci: card.ci, status: card.status };
      },
      isPassword: async (cardNumber, password) => isSecret(ground, password, (await cardOf(cardNumber))?.passwordHash),
    },
    identity: {
      sendCode: (message) =>
        transact(ground, async ({ tx, now }) => {
          await tx.insert(messages).values({ ...message, sentAt: now });
        }),
    },
    push: {
      send: (request) =>
        transact(ground, async ({ tx, now }) => {
          await tx
            .insert(appPushes)
            .values({ ...request, sentAt: now })
            .onConflictDoNothing();
        }),
      answerOf: async (id) => {
        const [push] = await ask(ground, (db) => db.select().from(appPushes).where(eq(appPushes.id, id)));
        return push?.answer ?? undefined;
      },
      onAnswered: (answered) => ground.hear(APP_ANSWERS, answered),
    },
    payco: madeUpPayco(ground),
    approval: madeUpApproval(ground),
  };
}
