import { PROTECTIONS } from '../../contract/protections';
import type { Member } from '../../contract/sandbox';
import { type Attack, gains, type Scene, tally } from '../attack';
import { authorise, keypadOf, openSession, pay, press, type Shop } from '../shopping';

const A_DAY = PROTECTIONS.wrongPinsADay.number;
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

/** Guesses between the payments of the owner, each of which begins the count in a row anew. */
export const pinsBetweenPayments: Attack = {
  name: 'PINs, four between any two payments of their owner',
  async run(scene) {
    const victim = scene.victims[1] as Member;
    const own = scene.shop(scene.from(0));
    let stolen = (await pay(own, victim)).answer.userAuthToken;
    let payments = 1;
    const codes: string[] = [];
    for (let round = 1; round <= 5; round += 1) {
      for (let i = 1; i < IN_A_ROW; i += 1) {
        codes.push(await tryPin(scene, scene.shop(scene.from(round * 8 + i)), victim, stolen ?? ''));
      }
      // The owner of a deleted PIN cannot pay by it: that is the end of the guesses, too.
      const paid = await pay(own, victim).catch(() => undefined);
      if (!paid) break;
      stolen = paid.answer.userAuthToken;
      payments += 1;
    }
    return {
      tried: `${codes.length} PINs between ${payments} payments: ${JSON.stringify(tally(codes))}`,
      gained: gains(
        [codes.includes('ok'), 'a payment with a guessed PIN'],
        [looked(codes) > A_DAY, `${looked(codes)} PINs were looked at in a day, not ${A_DAY}`],
      ),
      used: { [victim.phone]: payments },
    };
  },
};

/** Takes a PIN away by its card alone, and tries the sessions of before on. */
export const pinReplaced: Attack = {
  name: 'A new PIN by card number and password alone',
  async run(scene) {
    const victim = scene.victims[2] as Member;
    const { cardNumber, cardPassword } = victim;
    const shop = scene.shop(scene.from(0));
    const steps: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { session } = await openSession(shop);
      await shop.caller.front('identifyByCard', { session, cardNumber, cardPassword });
      await shop.caller.front('forgetPin', { session });
      const again = await shop.caller.front('identifyByCard', { session, cardNumber, cardPassword });
      steps.push((again.ok ?? (again.step as { step: string } | undefined))?.step ?? again.code);
    }
    const pays = await authorise(shop, victim, 1).then(
      () => true,
      () => false,
    );
    return {
      tried: `${steps.length} times 결제비밀번호를 잊으셨나요?, with the card: ${JSON.stringify(tally(steps))}`,
      gained: gains(
        [steps.includes('newPin'), 'the entry of a new PIN, without the phone'],
        [!pays, 'the owner can no longer pay'],
      ),
    };
  },
};
