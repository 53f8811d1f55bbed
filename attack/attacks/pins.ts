import { PROTECTIONS } from '../../contract/protections';
import type { Member } from '../../e2e/servers/sandbox';
import { type Attack, gains, type Scene, tally } from '../attack';
import { keypadOf, openSession, pay, press, type Shop } from '../shopping';

const IN_A_ROW = PROTECTIONS.wrongPins.number;

/** Returns a random PIN that is not the member's. */
function guess(scene: Scene, { pin }: Member): string {
  const digits = String(scene.roll(1_000_000)).padStart(6, '0');
  return digits === pin ? guess(scene, { pin } as Member) : digits;
}

/**
 * Enters a wrong PIN in a new session that a stolen userAuthToken opens. Returns the code, or the step that the token
 * led to if that is not the PIN.
 */
async function tryPin(scene: Scene, shop: Shop, victim: Member, userAuthToken: string): Promise<string> {
  const { session, next } = await openSession(shop, userAuthToken);
  const keypad = keypadOf(next);
  if (next.step !== 'pin' || !keypad) return next.step;
  return (await shop.caller.front('verifyPin', { session, ...press(keypad, guess(scene, victim)) })).code;
}

/**
 * Counts the PINs that were looked at: each with 2503, and the one that deleted the PIN with 2504, which later ones
 * hear unseen. `ok` would be a hit.
 */
const looked = (codes: readonly string[]): number =>
  codes.filter((code) => code === '2503' || code === 'ok').length + (codes.includes('2504') ? 1 : 0);

/** Guesses one member's PIN at once, in sessions of two merchants. */
export const pinsAtOnce: Attack = {
  name: 'PINs, at once, over sessions, merchants and addresses',
  async run(scene) {
    const [victim] = scene.victims as [Member];
    const shops = scene.merchants.map((_, nth) => scene.shop(scene.from(nth), nth as 0 | 1));
    const stolen: string[] = [];
    for (const shop of shops) stolen.push((await pay(shop, victim)).answer.userAuthToken ?? '');
    const codes: string[] = [];
    await scene.rounds(1, async (round) => {
      const tries = Array.from({ length: 16 }, (_, i) => {
        const nth = (i % 2) as 0 | 1;
        return tryPin(scene, scene.shop(scene.from(round * 16 + i), nth), victim, stolen[nth] ?? '');
      });
      codes.push(...(await Promise.all(tries)));
    });
    return {
      tried: `${codes.length} PINs with stolen userAuthTokens: ${JSON.stringify(tally(codes))}`,
      gained: gains(
        [codes.includes('ok'), 'a payment with a guessed PIN'],
        [looked(codes) > IN_A_ROW, `${looked(codes)} PINs were looked at, not ${IN_A_ROW}`],
      ),
      used: { [victim.phone]: 2 },
    };
  },
};
