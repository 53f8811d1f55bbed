import { setTimeout as delay } from 'node:timers/promises';
import type { Member } from '../../contract/sandbox';
import { type Attack, gains, type Scene, tally } from '../attack';
import { CALLS_PER_ADDRESS } from '../house';
import { openSession } from '../shopping';

/** Calls that are under way at once. */
const AT_ONCE = 24;

/** Returns a session id that nobody has. */
const tokenOf = ({ roll }: Scene): string => String(roll(1e9)).padStart(43, 'x');

/** Makes calls of the popup from one address, as fast as they are answered. */
export const calls: Attack = {
  name: 'Calls of the popup, from one address',
  async run(scene) {
    const caller = scene.from(0);
    const codes: string[] = [];
    await scene.rounds(Math.ceil((1.2 * CALLS_PER_ADDRESS) / AT_ONCE), async () => {
      const asks = Array.from({ length: AT_ONCE }, () => caller.front('restart', { session: tokenOf(scene) }));
      codes.push(...(await Promise.all(asks)).map(({ code }) => code));
    });
    const carriedOut = codes.filter((code) => code !== '2000').length;
    return {
      tried: `${codes.length} calls: ${JSON.stringify(tally(codes))}`,
      gained: gains([carriedOut > CALLS_PER_ADDRESS, `${carriedOut} were carried out, not ${CALLS_PER_ADDRESS}`]),
    };
  },
};

/** Lets one session wait many times for the answer to a push. */
export const waits: Attack = {
  name: 'Waits for the answer to a push, by one session',
  async run(scene) {
    const { phone } = scene.victims[1] as Member;
    const shop = scene.shop(scene.from(0));
    const { session } = await openSession(shop);
    await shop.caller.front('requestPush', { session, phone });
    const COUNT = 50;
    let waiting = COUNT;
    for (let i = 0; i < COUNT; i += 1) {
      void shop.caller.front('awaitPush', { session }).then(() => {
        waiting -= 1;
      });
    }
    // A single wait takes longer than this.
    const until = performance.now() + 15_000;
    await scene.rounds(1, async () => {
      do await delay(100);
      while (waiting > 1 && performance.now() < until);
    });
    return {
      tried: `${COUNT} waits`,
      gained: gains([waiting > 1, `${waiting} wait at the end, each of which looks into the database again and again`]),
    };
  },
};
