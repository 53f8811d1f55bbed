import type { Scene } from '../attack';
import { openSession, type Shop } from '../shopping';

/** What one transaction token asks for. */
const ASKED_BY_A_TOKEN = 20;

/**
 * Requests things that may exist, twenty by each transaction token. `ask` requests the nth and returns the code;
 * `tells` reports whether a code reveals that it exists. Returns how many were requested, and the most that one token
 * learned.
 */
export async function enumerate(
  scene: Scene,
  ask: (shop: Shop, session: string, n: number) => Promise<{ code: string }>,
  tells: (code: string) => boolean,
): Promise<{ asked: number; most: number }> {
  let asked = 0;
  let most = 0;
  await scene.rounds(2, async (round) => {
    const shop = scene.shop(scene.from(round));
    const { session } = await openSession(shop);
    let learned = 0;
    for (let n = 0; n < ASKED_BY_A_TOKEN; n += 1) if (tells((await ask(shop, session, n)).code)) learned += 1;
    asked += ASKED_BY_A_TOKEN;
    most = Math.max(most, learned);
  });
  return { asked, most };
}
