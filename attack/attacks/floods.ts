import { type Attack, gains, type Scene, tally } from '../attack';
import { CALLS_PER_ADDRESS } from '../house';

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
