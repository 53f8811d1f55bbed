import { PROTECTIONS } from '../../contract/protections';
import type { Member } from '../../contract/sandbox';
import { type Attack, gains, type Scene, tally } from '../attack';
import { detailsOf, openSession, type Shop } from '../shopping';

const TEXTS = PROTECTIONS.texts.number;
const PUSHES = PROTECTIONS.pushes.number;

/** Asks once in each of many sessions, a dozen at once, over both merchants and many addresses. Returns the codes. */
async function flood(scene: Scene, ask: (shop: Shop, session: string) => Promise<{ code: string }>): Promise<string[]> {
  const codes: string[] = [];
  await scene.rounds(2, async (round) => {
    const asks = Array.from({ length: 12 }, async (_, i) => {
      const shop = scene.shop(scene.from(round * 12 + i), (i % 2) as 0 | 1);
      const { session } = await openSession(shop);
      return (await ask(shop, session)).code;
    });
    codes.push(...(await Promise.all(asks)));
  });
  return codes;
}

/** Lets many sessions send texts to one phone. */
export const texts: Attack = {
  name: 'Texts to one phone, from many sessions and merchants',
  async run(scene) {
    const [victim] = scene.victims as [Member];
    const codes = await flood(scene, ({ caller }, session) => caller.front('requestCode', detailsOf(session, victim)));
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
    const { phone } = victim;
    const codes = await flood(scene, ({ caller }, session) => caller.front('requestPush', { session, phone }));
    const { pushes: got } = await scene.phone(phone);
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
