import { expect as see } from '@playwright/test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, button, METHOD, open, stage, title } from './shopper';
import { FRONT } from './stage';

const MESSAGES = 100_000;
const BATCH = 5_000;

const type = fc.constantFrom(
  'PREPARE',
  'OPEN',
  'CLOSE',
  'READY',
  'AUTHENTICATED',
  'FAILED',
  'open',
  '__proto__',
  'constructor',
);
const anything = fc.jsonValue({ maxDepth: 3 });
const token = fc.oneof(anything, fc.string({ maxLength: 140 }), fc.constant(null));
/** Of the protocol, but for something. The language is the frame's own: another one would load another document. */
const nearly = fc
  .record(
    { type: fc.oneof(type, anything), mctTrToken: token, userAuthToken: token, locale: anything },
    { requiredKeys: [] },
  )
  .map((message) => JSON.stringify(message));
const deep = fc.integer({ min: 1_000, max: 20_000 }).map((n) => `${'{"type":'.repeat(n)}1${'}'.repeat(n)}`);
const data = fc.oneof(
  { arbitrary: nearly, weight: 1_000 },
  { arbitrary: fc.json(), weight: 200 },
  { arbitrary: fc.string(), weight: 200 },
  { arbitrary: anything, weight: 100 },
  { arbitrary: type.map((name) => `{"__proto__":{"type":"${name}"}}`), weight: 20 },
  { arbitrary: deep, weight: 1 },
  { arbitrary: fc.constant(JSON.stringify({ type: 'OPEN', mctTrToken: 'x'.repeat(100_000) })), weight: 1 },
);

test('whatever its page says, the popup throws nothing, and the shopper gets out', async () => {
  await begin();
  const thrown: string[] = [];
  let closed = 0;
  stage.page.on('pageerror', ({ message }) => thrown.push(message));
  for (let seed = 1; seed <= MESSAGES / BATCH; seed += 1) {
    const messages = fc.sample(data, { seed, numRuns: BATCH });
    await stage.page.evaluate(
      `for (const one of ${JSON.stringify(messages)}) frame.contentWindow.postMessage(one, '${FRONT}')`,
    );
    // Messages come in order: what follows was said after all of them.
    await stage.say({ type: 'CLOSE' });
    await open();
    await title(METHOD);
    await button('닫기').click();
    closed += 1;
    const outcomes = () => stage.page.evaluate(`heard.filter((said) => said.includes('"2002"')).length`);
    await see.poll(outcomes, `seed ${seed}`).toBe(closed);
    expect(thrown, `seed ${seed}`).toEqual([]);
    await stage.say({ type: 'CLOSE' });
  }
}, 120_000);
