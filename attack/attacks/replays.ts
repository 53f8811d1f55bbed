import { randomUUID } from 'node:crypto';
import { type Attack, gains } from '../attack';
import { authorise, keypadOf, openSession, press } from '../shopping';

/** Sends once more what has been used. */
export const replays: Attack = {
  name: 'Replays: tokens, sessions, keypads, requests, cancels',
  async run(scene) {
    const shop = scene.shop(scene.from(0));
    const { caller, kit } = shop;
    const found: [boolean, string][] = [];
    let tries = 0;
    const used: Record<string, number> = {};
    /** Notes a try that should fail. */
    const never = (what: string, isGain: boolean) => {
      tries += 1;
      found.push([isGain, what]);
    };

    // Once for each victim: a wrong PIN is entered each time, and ten delete it.
    for (const victim of scene.victims) {
      const pin = victim.pin ?? '';
      const { session, mctTrToken, ocbUseTrAuthToken } = await authorise(shop, victim, 10);
      const choice = { session, ocbPoint: 11, dutumPoint: 0, chargePoint: 0 };
      never('a session that is over authorised once more', (await caller.front('authorize', choice)).code === 'ok');
      const opening = { mctTrToken, userAuthToken: '', pageOrigin: shop.origin, locale: 'ko' } as const;
      never('a spent transaction token opened a session', (await caller.front('open', opening)).code === 'ok');

      const mctTransactionId = randomUUID();
      const twice = await Promise.all([1, 2].map(() => kit.use({ mctTransactionId, ocbUseTrAuthToken })));
      used[victim.phone] = 10;
      const ids = twice.map((verdict) => (verdict.outcome === 'approved' ? verdict.answer.ocbTransactionId : 'none'));
      never('one request is two transactions', new Set(ids).size !== 1);
      const another = await kit.use({ mctTransactionId: randomUUID(), ocbUseTrAuthToken });
      never('a use token was spent twice', another.outcome === 'approved');

      const orgOcbTransactionId = ids[0] ?? '';
      const cancels = await Promise.all(
        [1, 2, 3].map(() => kit.cancel({ mctTransactionId: randomUUID(), orgOcbTransactionId })),
      );
      used[victim.phone] = 0;
      never('a use was cancelled twice', cancels.filter(({ outcome }) => outcome === 'approved').length !== 1);
      const afterwards = await kit.use({ mctTransactionId: randomUUID(), ocbUseTrAuthToken });
      never('the token of a cancelled use was spent', afterwards.outcome === 'approved');

      const fresh = await openSession(shop);
      const { cardNumber, cardPassword } = victim;
      const step = await caller.front('identifyByCard', { session: fresh.session, cardNumber, cardPassword });
      const keypad = keypadOf(step.ok);
      if (!keypad) throw new Error(`identifyByCard was ${step.code}`);
      const entry = { session: fresh.session, ...press(keypad, pin === '135792' ? '864200' : '135792') };
      await caller.front('verifyPin', entry);
      const again = await caller.front('verifyPin', { ...entry, ...press(keypad, pin) });
      never('a keypad was used twice', again.code !== '2502');
      const now = keypadOf(again.step);
      if (now) await caller.front('verifyPin', { session: fresh.session, ...press(now, pin) });
    }
    return { tried: `${tries} replays`, gained: [...new Set(gains(...found))], used };
  },
};
