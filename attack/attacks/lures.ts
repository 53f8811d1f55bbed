import type { Member } from '../../contract/sandbox';
import { type Attack, gains, tally } from '../attack';
import { detailsOf, openSession } from '../shopping';

const EVIL = 'evil.example';

/** Headers by which a page or a proxy could pretend to be another. */
const HEADERS: Record<string, string>[] = [
  { host: EVIL },
  { host: `localhost#${EVIL}` },
  { 'x-forwarded-host': EVIL },
  { forwarded: `host=${EVIL};proto=https` },
  { origin: `https://${EVIL}` },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

/** Tries to make the server speak in another's name, or to pages that are not the popup. */
export const lures: Attack = {
  name: 'Lures: Host, Forwarded, and Origin of pages that are no popup',
  async run(scene) {
    const victims = scene.victims.slice(0, HEADERS.length);
    const codes: string[] = [];
    const told: string[] = [];
    const foreign: string[] = [];
    for (const [i, headers] of HEADERS.entries()) {
      const victim = victims[i] as Member;
      const shop = scene.shop(scene.from(i));
      const { session } = await openSession(shop);
      const { code } = await shop.caller.front('requestCode', detailsOf(session, victim), headers);
      codes.push(code);
      if (code === 'ok' && !('host' in headers)) foreign.push(JSON.stringify(headers));
      const { messages } = await scene.phone(victim.phone);
      told.push(...messages.filter(({ text }) => text.includes(EVIL)).map(() => JSON.stringify(headers)));
    }
    return {
      tried: `${HEADERS.length} requests for a code: ${JSON.stringify(tally(codes))}`,
      gained: gains(
        [told.length > 0, `texts bind the code to ${EVIL}: ${told.join(' ')}`],
        [foreign.length > 0, `a call that the popup did not make: ${foreign.join(' ')}`],
      ),
    };
  },
};
