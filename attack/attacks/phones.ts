import { PROTECTIONS } from '../../contract/protections';
import type { Member } from '../../contract/sandbox';
import { type Attack, gains, tally } from '../attack';
import { detailsOf, openSession } from '../shopping';
import { enumerate } from './enumerate';

const GUESSES_A_TOKEN = PROTECTIONS.guesses.number;
/** Wrong codes for one phone that are looked at in a day. */
const CODES_A_DAY = PROTECTIONS.wrongCodes.number * PROTECTIONS.phoneFailures.number;

/** Asks which phone numbers are members': by app, and by phone. */
export const phoneNumbers: Attack = {
  name: 'Phone numbers, many by each transaction token',
  async run(scene) {
    const [someone] = scene.victims as [Member];
    const { asked, most } = await enumerate(
      scene,
      ({ caller }, session, n) => {
        const phone = `010${String(scene.roll(1e8)).padStart(8, '0')}`;
        const byApp = n % 2 === 0;
        return byApp
          ? caller.front('requestPush', { session, phone })
          : caller.front('requestCode', detailsOf(session, { ...someone, phone }));
      },
      (code) => ['ok', '2400', '2202'].includes(code),
    );
    return {
      tried: `${asked} phone numbers`,
      gained: gains([most > GUESSES_A_TOKEN, `one token learned about ${most} phones, not ${GUESSES_A_TOKEN}`]),
    };
  },
};

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
