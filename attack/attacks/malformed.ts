import { randomBytes } from 'node:crypto';
import { FRONT_API, FRONT_CALLS } from '../../contract/front-api';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/client';
import { type Attack, gains, tally } from '../attack';
import type { Response } from '../caller';

/** Bodies that no call takes. */
const BODIES = [
  '',
  '{',
  'null',
  '[]',
  '{"session":{}}',
  '{"__proto__":{"session":"x"}}',
  `{"session":"${'x'.repeat(43)}\u0000"}`,
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
  `{"mctTrToken":"${'x'.repeat(7000)}"}`,
  'x'.repeat(200_000),
];

/** Headers that are large, or slow to read for a careless parser. */
const HEADERS: Record<string, string>[] = [
  { cookie: 'x'.repeat(12_000) },
  { 'if-none-match': ' '.repeat(7_000) },
  { 'user-agent': `Mozilla/${'1.'.repeat(3_500)}` },
  { 'accept-language': 'ko,'.repeat(2_300) },
  { 'accept-encoding': 'gzip;q=0.'.repeat(700) },
];

/** Sends what no honest popup sends. */
export const requests: Attack = {
  name: 'Huge and malformed bodies and headers',
  async run(scene) {
    const json = { 'content-type': 'application/json' };
    const paths = Object.keys(FRONT_CALLS).map((call) => `${FRONT_API}/${call}`);
    const responses: Response[] = [];
    let longestMs = 0;
    await scene.rounds(1, async (n) => {
      const caller = scene.from(n);
      for (const path of paths) for (const body of BODIES) responses.push(await caller.send('POST', path, json, body));
      for (const headers of HEADERS) {
        const askedAt = performance.now();
        await Promise.all(Array.from({ length: 8 }, () => caller.send('GET', '/js/okcashbagapi.js', headers)));
        longestMs = Math.max(longestMs, performance.now() - askedAt);
      }
    });
    const statuses = responses.map(({ status }) => String(status || 'hung up'));
    return {
      tried: `${responses.length} bodies: ${JSON.stringify(tally(statuses))}; headers, eight at once: ${Math.round(longestMs)} ms`,
      gained: gains(
        [statuses.some((status) => status.startsWith('2')), 'a malformed body was taken'],
        [statuses.some((status) => status.startsWith('5')), 'a malformed body made the server fail'],
        [longestMs > 3_000, `headers hold the server for ${Math.round(longestMs)} ms`],
      ),
    };
  },
};

/** Sends envelopes that are broken in every way, to learn from the difference of the refusals. */
export const envelopes: Attack = {
  name: 'Broken envelopes: an oracle of padding, keys and JSON',
  async run(scene) {
    const [, own] = scene.merchants;
    const sealed = Buffer.from(
      encrypt(JSON.stringify({ mctTransactionId: 'x', ocbUseTrAuthToken: 'y' }), own),
      'base64',
    );
    const headers = { authorization: `Basic ${own.basicAuth}`, 'content-type': 'text/plain' };
    const seen = new Set<string>();
    let sent = 0;
    const ask = async (body: string) => {
      sent += 1;
      const { status, text } = await scene.from(0).send('POST', MERCHANT_API + MERCHANT_CALLS.use.path, headers, body);
      // Whoever calls too often hears that, whatever the envelope.
      const refusal = text.startsWith('{') ? text : decrypt(text, own);
      if (!refusal.includes('"9000"')) seen.add(`${status} ${text}`);
    };
    await scene.rounds(1, async () => {
      for (let i = 0; i < 256; i += 16) {
        const broken = Buffer.from(sealed);
        const at = broken.length - 17;
        broken[at] = ((broken[at] ?? 0) + 1 + i + scene.roll(15)) & 255;
        await ask(broken.toString('base64'));
      }
      for (const size of [1, 15, 16, 17, 64]) await ask(randomBytes(size).toString('base64'));
      await ask(encrypt('no JSON', own));
      await ask(encrypt('[]', own));
      await ask(encrypt(JSON.stringify({ mctTransactionId: 'x' }), { ...own, aesKey: own.aesIv }));
      for (const text of ['%', 'a', sealed.toString('hex')]) await ask(text);
    });
    return {
      tried: `${sent} envelopes`,
      gained: gains([seen.size !== 1, `${seen.size} different refusals, which tell what is wrong inside`]),
    };
  },
};
