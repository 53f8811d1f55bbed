import type { Member } from '../contract/sandbox';
import { createMerchantClient } from '../merchant/client';
import type { Attack, Scene } from './attack';
import { type Caller, callerAt } from './caller';
import { dice } from './dice';
import { startForwarder } from './forwarder';
import { type Served, startHonest } from './honest';
import type { House } from './house';

/** An attack's row of the table. */
export interface Report {
  name: string;
  tried: string;
  gained: string[];
  honest: Served;
}

/** Whether an attack gained nothing and the honest shopper was served. */
export const isHeld = ({ gained, honest }: Report): boolean => gained.length === 0 && honest.troubles.length === 0;

const membersOf = async ({ url }: House): Promise<Member[]> => (await fetch(`${url}/sandbox/members`)).json();

/** Says whose points are not what they should be: as before, less what was used on purpose. */
function strayPoints(before: Member[], after: Member[], used: Record<string, number>): string[] {
  return before.flatMap(({ phone, ocbPoint }) => {
    const now = after.find((member) => member.phone === phone)?.ocbPoint ?? 0;
    const expected = ocbPoint - (used[phone] ?? 0);
    return now === expected ? [] : [`${phone} has ${now} points, not ${expected}`];
  });
}

/**
 * Carries out one attack on a sandbox in its first state, for `ms`, while an honest shopper pays at the first
 * merchant's shop. `number` gives the attack addresses of its own, so that no other attack's calls count against it.
 */
export async function carryOut(
  { name, run }: Attack,
  house: House,
  { ms, seed, number }: { ms: number; seed: number; number: number },
): Promise<Report> {
  const { url, sandbox, merchants } = house;
  await sandbox.reset();
  const before = await membersOf(house);
  const [honest, ...victims] = before.filter(({ traits }) => traits.includes('ready') && traits.includes('has-pin'));
  if (!honest) throw new Error('the sandbox has no member who is ready and has a PIN');

  const callers = new Map<string, Caller>();
  const at = (address: string): Caller => {
    const caller = callers.get(address) ?? callerAt(url, address);
    callers.set(address, caller);
    return caller;
  };
  let longestMs = 0;
  const timed = (took: number): void => {
    longestMs = Math.max(longestMs, took);
  };
  const forwarder = await startForwarder(url, (connection) => `127.88.${number}.${1 + (connection % 250)}`);
  const baseUrl = forwarder.url;
  const kits = merchants.map((merchant) => createMerchantClient({ baseUrl, ...merchant }));
  const shop: Scene['shop'] = (caller, nth = 0) => ({
    caller,
    kit: kits[nth] as (typeof kits)[number],
    origin: merchants[nth].origins[0] ?? '',
  });
  /** The honest shopper changes the address with each payment: on a quick machine one would be too many calls. */
  const patient = (payment: number): Caller => {
    const here = at(`127.77.${number}.${1 + (payment % 250)}`);
    return {
      ...here,
      front: async (...args) => {
        const askedAt = performance.now();
        const answer = await here.front(...args);
        timed(performance.now() - askedAt);
        return answer;
      },
    };
  };
  const kit = createMerchantClient({ baseUrl, ...merchants[0], logger: ({ ms: took }) => timed(took) });

  const until = performance.now() + ms;
  const paying = startHonest(
    honest,
    (payment) => ({ ...shop(patient(payment)), kit }),
    () => longestMs,
  );
  try {
    const { tried, gained, used } = await run({
      url,
      victims,
      merchants,
      // Addresses of loopback, which Linux has without setting them up.
      from: (n) => at(`127.66.${number}.${1 + (n % 250)}`),
      shop,
      phone: sandbox.phone,
      roll: dice(seed),
      async rounds(atLeast, round) {
        for (let n = 0; n < atLeast || performance.now() < until; n += 1) await round(n);
      },
    });
    const served = await paying.stop();
    const stray = strayPoints(before, await membersOf(house), { ...used, [honest.phone]: served.payments });
    return { name, tried, gained: [...gained, ...stray, ...house.newErrors()], honest: served };
  } finally {
    await paying.stop();
    for (const caller of callers.values()) caller.close();
    forwarder.close();
  }
}
