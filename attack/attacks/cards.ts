import { PROTECTIONS } from '../../contract/protections';
import type { Member } from '../../contract/sandbox';
import { type Attack, gains, tally } from '../attack';
import { openSession } from '../shopping';
import { enumerate } from './enumerate';

const PASSWORDS = PROTECTIONS.wrongCardPasswords.number;
const GUESSES_A_TOKEN = PROTECTIONS.guesses.number;

/** Guesses one card's password, at once, in sessions of two merchants; the last guess is right. */
export const cardPasswords: Attack = {
  name: 'Card passwords, over sessions, merchants and addresses',
  async run(scene) {
    const [{ cardNumber, cardPassword }] = scene.victims as [Member];
    const enter = async (n: number, password: string) => {
      const shop = scene.shop(scene.from(n), (n % 2) as 0 | 1);
      const { session } = await openSession(shop);
      return (await shop.caller.front('identifyByCard', { session, cardNumber, cardPassword: password })).code;
    };
    const codes: string[] = [];
    await scene.rounds(1, async (round) => {
      const tries = Array.from({ length: 12 }, (_, i) => enter(round * 12 + i, `guess-${scene.roll(1e9)}`));
      codes.push(...(await Promise.all(tries)));
    });
    const right = await enter(7, cardPassword);
    const looked = codes.filter((code) => code === '2300').length + 1;
    return {
      tried: `${codes.length} passwords, then the right one: ${JSON.stringify(tally([...codes, right]))}`,
      gained: gains(
        [codes.includes('ok'), 'an identification with a guessed password'],
        [right === 'ok', 'an identification after all those wrong passwords'],
        [looked > PASSWORDS, `${looked} passwords were looked at, not ${PASSWORDS}`],
      ),
    };
  },
};

/** Asks which card numbers exist: a refusal of an unknown one differs from a wrong password. */
export const cardNumbers: Attack = {
  name: 'Card numbers, many by each transaction token',
  async run(scene) {
    const { asked, most } = await enumerate(
      scene,
      ({ caller }, session) => {
        const cardNumber = `8951${String(scene.roll(1e12)).padStart(12, '0')}`;
        return caller.front('identifyByCard', { session, cardNumber, cardPassword: 'x' });
      },
      (code) => /^230[012]$/.test(code),
    );
    return {
      tried: `${asked} card numbers`,
      gained: gains([most > GUESSES_A_TOKEN, `one token learned about ${most} cards, not ${GUESSES_A_TOKEN}`]),
    };
  },
};
