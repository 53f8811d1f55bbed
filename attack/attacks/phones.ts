import type { Member } from '../../e2e/servers/sandbox';
import { type Attack, gains, tally } from '../attack';
import { detailsOf, openSession } from '../shopping';

/** Wrong codes for one phone that are looked at in a day: five of each of five codes. */
const CODES_A_DAY = 25;

/** Guesses the code that a member's phone received, in session after session. */
export const oneTimeCodes: Attack = {
  name: 'One-time codes, over sessions, merchants and resends',
  async run(scene) {
    const victim = scene.victims[1] as Member;
    const codes: string[] = [];
    await scene.rounds(10, async (n) => {
      const shop = scene.shop(scene.from(n), (n % 2) as 0 | 1);
      const { session } = await openSession(shop);
      const sent = await shop.caller.front('requestCode', detailsOf(session, victim));
      if (sent.code !== 'ok') return void codes.push(sent.code);
      const tries = Array.from({ length: 8 }, () =>
        shop.caller.front('confirmCode', { session, code: String(scene.roll(1e6)).padStart(6, '0') }),
      );
      codes.push(...(await Promise.all(tries)).map(({ code }) => code));
    });
    // The fifth wrong one of a code is refused with 2201, as are those after it, which are not looked at.
    const looked = codes.filter((code) => code === '2200' || code === 'ok').length;
    return {
      tried: `${codes.length} codes: ${JSON.stringify(tally(codes))}`,
      gained: gains(
        [codes.includes('ok'), 'an identification with a guessed code'],
        [looked > CODES_A_DAY, `${looked} codes were looked at in a day, not ${CODES_A_DAY}`],
      ),
    };
  },
};
