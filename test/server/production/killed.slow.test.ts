import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MerchantClient, Question, UseAnswer, UseRequest } from '../../../merchant/client';
import { ocbAccount } from '../../../server/services/accounts';
import { tokenHash } from '../../../server/services/secrets';
import { insertAuthorisation } from '../../../server/storage/choices';
import { accounts } from '../../../server/storage/ledger-schema';
import { member } from '../fixture';
import { hasPostgres } from '../postgres';
import { wrongInTheBooks } from '../shoppers';
import { hasNginx } from './nginx';
import { popupAt } from './popup';
import { NUMBERS, startTwoServers, type TwoServers } from './two-servers';

const USES = 400;
const AT_ONCE = 16;
const who = member('ready');

/** Uses points as a merchant must: asks until the outcome is known. */
async function use(kit: MerchantClient, request: UseRequest): Promise<UseAnswer> {
  let verdict = await kit.use(request);
  while (verdict.outcome === 'unknown') verdict = await kit.settle(verdict.question as Question<'use'>);
  if (verdict.outcome === 'refused') throw verdict.error;
  return verdict.answer;
}

describe.runIf(hasPostgres && hasNginx)('two servers behind a balancer, one of which is killed under load', () => {
  let two: TwoServers;
  beforeAll(async () => {
    two = await startTwoServers([who]);
  }, 180_000);
  afterAll(() => two?.stop());

  it('answer every use, lose none that was answered, and keep the books', async () => {
    const { storage, servers } = two;
    const kit = two.kit();
    const requests = Array.from({ length: USES }, (_, i) => ({
      mctTransactionId: `use-${i}`,
      ocbUseTrAuthToken: `token-${i}`,
    }));
    for (const { ocbUseTrAuthToken } of requests) {
      await insertAuthorisation(storage.db, {
        tokenHash: tokenHash(ocbUseTrAuthToken),
        nxMctNo: NUMBERS.nxMctNo,
        memberId: 1,
        mctAmount: 40_000,
        ocbPoint: 3,
        dutumPoint: 0,
        chargePoint: 0,
        dutumParts: [],
        // Of a member who has no PIN yet.
        pinVersion: 0,
        expiresAt: Date.now() + 3_600_000,
      });
    }
    const popup = popupAt(two.url, kit);
    const session = await popup.open();
    const step = await popup.byCard(session, who);

    const answers: { request: UseRequest; answer: UseAnswer }[] = [];
    const left = [...requests];
    const spend = async () => {
      for (let request = left.pop(); request; request = left.pop()) {
        answers.push({ request, answer: await use(kit, request) });
        if (answers.length === USES / 4) servers[0]?.kill();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, spend));
    expect(await servers[0]?.ended).toBeNull();

    const ids = answers.map(({ answer }) => answer.ocbTransactionId);
    expect(new Set(ids).size).toBe(USES);
    for (const { request, answer } of answers) {
      const { nxAuthNo, ocbTransactionId } = answer;
      const told = await kit.result({ transactionType: 'USE', ocbTransactionId });
      expect(told).toMatchObject({ rxResCode: '0000', nxAuthNo, useInfo: { useOcbPoint: 3 } });
      expect(await kit.use(request)).toMatchObject({ outcome: 'approved', answer: { ocbTransactionId, nxAuthNo } });
    }
    const [account] = await storage.db
      .select()
      .from(accounts)
      .where(eq(accounts.id, ocbAccount(1)));
    expect(account?.balance).toBe(who.ocbPoint - 3 * USES);
    expect(await wrongInTheBooks({ context: storage } as never)).toEqual([]);

    // The session was opened before, by whichever server: it is in the database.
    const ocbUseTrAuthToken = await popup.authorise(session, step, 5);
    expect(await kit.use({ mctTransactionId: 'afterwards', ocbUseTrAuthToken })).toMatchObject({ outcome: 'approved' });
  }, 180_000);
});
