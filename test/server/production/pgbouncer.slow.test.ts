import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { member } from '../fixture';
import { hasPostgres } from '../postgres';
import { wrongInTheBooks } from '../shoppers';
import { hasNginx } from './nginx';
import { hasPgbouncer, MODE, startPgbouncer } from './pgbouncer';
import { popupAt } from './popup';
import { startTwoServers, type TwoServers } from './two-servers';

const people = Array.from({ length: 6 }, (_, i) => member('ready', i));

it('PgBouncer is installed (required in CI)', () => {
  if (!hasPgbouncer) console.warn('NOT RUN: PgBouncer is not installed');
  if (process.env.CI) expect(hasPgbouncer).toBe(true);
});

describe.runIf(hasPostgres && hasNginx && hasPgbouncer)(`two servers through PgBouncer in ${MODE} mode`, () => {
  let pooler: Awaited<ReturnType<typeof startPgbouncer>> | undefined;
  let two: TwoServers;
  beforeAll(async () => {
    two = await startTwoServers(people, async (databaseUrl) => {
      pooler = await startPgbouncer(databaseUrl);
      return pooler.url;
    });
  }, 180_000);
  afterAll(async () => {
    await two?.stop();
    await pooler?.stop();
  });

  it('are ready, and serve payments side by side: named statements and pipelined transactions work', async () => {
    const kit = two.kit();
    const { open, byCard, authorise } = popupAt(two.url, kit);
    expect((await fetch(`${two.url}/health/ready`)).status).toBe(200);
    const pay = async (who: (typeof people)[number], i: number) => {
      for (let n = 0; n < 5; n += 1) {
        const session = await open();
        const ocbUseTrAuthToken = await authorise(session, await byCard(session, who), 10);
        const use = await kit.use({ mctTransactionId: `use-${i}-${n}`, ocbUseTrAuthToken });
        if (use.outcome !== 'approved') throw use.error;
        const { ocbTransactionId: orgOcbTransactionId } = use.answer;
        const cancel = await kit.cancel({ mctTransactionId: `cancel-${i}-${n}`, orgOcbTransactionId });
        expect(cancel).toMatchObject({ outcome: 'approved', answer: { canceledOcbPoint: 10 } });
      }
    };
    await Promise.all(people.map(pay));
    expect(await wrongInTheBooks({ context: two.storage } as never)).toEqual([]);
  }, 120_000);
});
