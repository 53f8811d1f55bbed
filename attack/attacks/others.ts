import { randomUUID } from 'node:crypto';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import type { Member } from '../../contract/sandbox';
import { createMerchantClient, encrypt } from '../../merchant/client';
import { type Attack, gains } from '../attack';
import { authorise, openSession, pay } from '../shopping';

/** The code with which a call of the kit is refused, or `ok`. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    (answer) => {
      const { outcome, error } = answer as { outcome?: string; error?: { code: string } };
      return outcome === undefined || outcome === 'approved' ? 'ok' : (error?.code ?? outcome);
    },
    (error: { code?: string }) => error.code ?? 'none',
  );

/** A merchant that uses another's tokens, numbers, transactions and pages. */
export const others: Attack = {
  name: 'Another merchant’s tokens, numbers and credentials',
  async run(scene) {
    const [theirs, own] = scene.merchants;
    const victim = scene.victims[0] as Member;
    const shop = scene.shop(scene.from(0));
    const robber = scene.shop(scene.from(1), 1);
    const found: [boolean, string][] = [];
    let tries = 0;
    let used = 0;
    const never = async (what: string, code: Promise<string>) => {
      tries += 1;
      found.push([(await code) === 'ok', what]);
    };
    const paid = await pay(shop, victim, 5);
    used += 5;
    const { userAuthToken, ocbTransactionId } = paid.answer;
    await scene.rounds(1, async () => {
      const { ocbUseTrAuthToken } = await authorise(shop, victim, 5);
      const id = { mctTransactionId: randomUUID() };
      await never('a use of another’s token', codeOf(robber.kit.use({ ...id, ocbUseTrAuthToken })));
      const cancel = robber.kit.cancel({ mctTransactionId: randomUUID(), orgOcbTransactionId: ocbTransactionId });
      await never('a cancel of another’s use', codeOf(cancel));
      const result = robber.kit.result({ transactionType: 'USE', ocbTransactionId });
      await never('the result of another’s use', codeOf(result));

      const { next } = await openSession(robber, userAuthToken);
      await never('another’s userAuthToken led to the PIN', Promise.resolve(next.step === 'pin' ? 'ok' : next.step));
      const { merchantTrToken: mctTrToken } = await shop.kit.issueToken({ mctAmount: 1_000 });
      const opening = { mctTrToken, userAuthToken: '', locale: 'ko' } as const;
      for (const pageOrigin of [robber.origin, `${shop.origin}.evil.example`, `${shop.origin}/`, 'null', '']) {
        const opened = scene.from(2).front('open', { ...opening, pageOrigin });
        await never(
          `a popup on ${pageOrigin || 'no page'}`,
          opened.then(({ code }) => code),
        );
      }

      const options = { baseUrl: scene.url, ...own };
      const posing = [
        { ...options, nxMctNo: theirs.nxMctNo },
        { ...options, nxMctCorpNo: theirs.nxMctCorpNo },
        { ...options, aesKey: theirs.aesKey },
        { ...options, basicAuth: theirs.basicAuth },
        { ...options, basicAuth: Buffer.from(`${theirs.nxMctNo}:${scene.roll(1e9)}`).toString('base64') },
      ];
      for (const pose of posing) {
        await never('a token in another’s name', codeOf(createMerchantClient(pose).issueToken({ mctAmount: 1 })));
      }
      const headers = { authorization: `Bearer ${own.basicAuth}`, 'content-type': 'text/plain' };
      const sealed = encrypt(JSON.stringify({ ...id, ocbUseTrAuthToken }), own);
      const bearer = scene.from(3).send('POST', MERCHANT_API + MERCHANT_CALLS.use.path, headers, sealed);
      await never(
        'a use without Basic auth',
        bearer.then(({ status }) => (status === 200 ? 'ok' : `${status}`)),
      );
    });
    return { tried: `${tries} calls`, gained: [...new Set(gains(...found))], used: { [victim.phone]: used } };
  },
};
