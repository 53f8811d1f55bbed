import { PROTECTIONS } from '../../contract/protections';
import type { Member } from '../../e2e/servers/sandbox';
import { type Attack, gains, tally } from '../attack';
import { detailsOf, openSession } from '../shopping';

const TEXTS = PROTECTIONS.texts.number;
const PUSHES = PROTECTIONS.pushes.number;

/** Lets many sessions send texts to one phone. */
export const texts: Attack = {
  name: 'Texts to one phone, from many sessions and merchants',
  async run(scene) {
    const [victim] = scene.victims as [Member];
    const codes: string[] = [];
    await scene.rounds(2, async (round) => {
      const asks = Array.from({ length: 12 }, async (_, i) => {
        const shop = scene.shop(scene.from(round * 12 + i), (i % 2) as 0 | 1);
        const { session } = await openSession(shop);
        return (await shop.caller.front('requestCode', detailsOf(session, victim))).code;
      });
      codes.push(...(await Promise.all(asks)));
    });
    const { messages } = await scene.phone(victim.phone);
    return {
      tried: `${codes.length} requests: ${JSON.stringify(tally(codes))}`,
      gained: gains([messages.length > TEXTS, `the phone got ${messages.length} texts, not ${TEXTS}`]),
    };
  },
};

/** Lets many sessions ask one member's app for approval. */
export const pushes: Attack = {
  name: 'Approval requests to one app, from many sessions and merchants',
  async run(scene) {
    const [victim] = scene.victims as [Member];
    const codes: string[] = [];
    await scene.rounds(2, async (round) => {
      const asks = Array.from({ length: 12 }, async (_, i) => {
        const shop = scene.shop(scene.from(round * 12 + i), (i % 2) as 0 | 1);
        const { session } = await openSession(shop);
        return (await shop.caller.front('requestPush', { session, phone: victim.phone })).code;
      });
      codes.push(...(await Promise.all(asks)));
    });
    const { pushes: got } = await scene.phone(victim.phone);
    const waiting = got.filter(({ state }) => state === 'waiting').length;
    return {
      tried: `${codes.length} requests: ${JSON.stringify(tally(codes))}`,
      gained: gains(
        [got.length > PUSHES, `the app got ${got.length} requests, not ${PUSHES}`],
        [waiting > 1, `${waiting} requests wait at once, so that the member cannot tell which is whose`],
      ),
    };
  },
};
