import fc from 'fast-check';
import { expect, test } from '../fixtures';
import { reachPoints, usePoints } from '../journeys/steps';
import type { Sender } from './actions';
import { close } from './explore';
import { anyMessage, isCommand, isOutcome } from './messages';
import { perform } from './perform';
import { heardBy, say } from './senders';
import { settle } from './shopper';
import { type Visitor, visit } from './visitor';

/** To the page, and as many to the popup. */
const MESSAGES = Number(process.env.EXPLORE_MESSAGES ?? 100_000);
const SEED = Number(process.env.EXPLORE_SEED ?? Date.now() % 2 ** 31);
const BATCH = 2_000;
const SENDERS: Record<'page' | 'popup', Sender[]> = {
  page: ['stranger', 'impostor', 'page', 'popup'],
  popup: ['stranger', 'impostor', 'page'],
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Who may be obeyed is heard with what has another shape. */
const isWrong = (from: Sender, to: 'page' | 'popup', message: unknown): boolean => {
  if (to === 'page') return from !== 'popup' || !isOutcome(message);
  return from !== 'page' || !isCommand(message);
};

/** Sends messages of all shapes from all windows; returns when all have been heard. */
async function storm(visitor: Visitor, to: 'page' | 'popup', messages: unknown[]): Promise<void> {
  const senders = SENDERS[to];
  for (let i = 0; i < messages.length; i += BATCH) {
    const from = senders[(i / BATCH) % senders.length] as Sender;
    const batch = messages.slice(i, i + BATCH).map((message) => (isWrong(from, to, message) ? message : 'right shape'));
    const receiver = to === 'page' ? visitor.page : await visitor.popup();
    const last = `last of ${i}`;
    const heard = receiver?.evaluateHandle((wanted) => {
      const arrival = new Promise<void>((resolve) => {
        addEventListener('message', function hear({ data }) {
          if (data !== wanted) return;
          removeEventListener('message', hear);
          resolve();
        });
      });
      return { arrival };
    }, last);
    const listening = await heard;
    await say(visitor, from, to, [...batch, last]);
    await listening?.evaluate(({ arrival }) => arrival);
    visitor.complaints.judge(await visitor.report());
    visitor.complaints.check();
  }
}

for (const to of ['page', 'popup'] as const) {
  test(`${MESSAGES} messages of all shapes to the ${to} are dropped, and the shopper pays`, async ({
    engine,
    house,
  }) => {
    test.setTimeout(0);
    console.log(`EXPLORE_SEED=${SEED}`);
    const messages = fc.sample(anyMessage, { seed: SEED, numRuns: MESSAGES });
    const half = MESSAGES / 2;
    const visitor = await visit(engine, house, 'has-pin');
    const { page, driver, member, complaints } = visitor;
    const show = () => perform(visitor, { does: 'show', instance: 0, token: 'right' }, 0);
    page.setDefaultTimeout(15_000);
    // A popup that is prepared.
    await expect.poll(() => visitor.popup()).toBeTruthy();
    await heardBy(visitor, 'stranger');
    await heardBy(visitor, 'impostor');
    await storm(visitor, to, messages.slice(0, half));

    await show();
    await settle(visitor);
    await storm(visitor, to, messages.slice(half));
    expect((await visitor.report()).tallies[0]).toMatchObject({ shows: 1, events: 0, isShown: true });
    await close(visitor, 'by 닫기');
    expect((await driver.events(1)).map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);

    await show();
    await reachPoints({ shopper: driver, sandbox: house.sandbox }, member);
    await usePoints({ shopper: driver, sandbox: house.sandbox }, 700);
    expect((await driver.events(2))[1]).toMatchObject({ name: 'POINTS_AUTHENTICATED', result: { usePoint: 700 } });

    const heard = [...(await heardBy(visitor, 'stranger')), ...(await heardBy(visitor, 'impostor'))];
    expect(heard.filter((message) => complaints.hasSecret(message))).toEqual([]);
    complaints.judge(await visitor.report());
    complaints.check();
    await visitor.leave();
  });
}
