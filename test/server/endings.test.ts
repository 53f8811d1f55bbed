import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { PROTECTIONS } from '../../contract/protections';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { findMerchantByBasicAuth, issueMerchantToken } from '../../server/services/merchant/merchants';
import { rotateKeys, suspendMerchant } from '../../server/services/merchant/register';
import { usePoints } from '../../server/services/merchant/use';
import { revokeUserAuthTokens } from '../../server/services/user-auth-tokens';
import type { MemberRow } from '../../server/storage/members';
import { members } from '../../server/storage/schema';
import { keypadOf, member, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

/** The second table of docs/tokens.md, cell by cell. */
freshSandbox();

const [shop] = MERCHANTS;
const who = member('has-pin');
const MINUTE = 60_000;
const PIN = '246813';
const OTHER_PIN = '135792';
const CHOICE = { ocbPoint: 100, dutumPoint: 0, chargePoint: 0 };
/** What a call that is not refused is in the table. */
const GOES_ON = 'goes on';

/** What is true after the event. */
interface World {
  pin: string;
  basicAuth: string;
}
/** What a column begins with, and what the next call with it says after the event. */
interface Begun {
  mctTrToken: string;
  /** In ms. */
  lifetime: number;
  next(world: World): Promise<string>;
}

const codeOf = (answer: { code: string }) => (answer.code === 'ok' ? GOES_ON : answer.code);

async function use(ocbUseTrAuthToken: string, basicAuth: string = shop.basicAuth) {
  const merchant = await findMerchantByBasicAuth(ocb.context, basicAuth);
  if (!merchant) return { code: '1000', userAuthToken: '' };
  const request = { mctTransactionId: `order-${ocbUseTrAuthToken.slice(0, 8)}`, ocbUseTrAuthToken };
  return usePoints(ocb.context, merchant, request).then(
    ({ userAuthToken }) => ({ code: 'ok', userAuthToken }),
    ({ code }) => ({ code, userAuthToken: '' }),
  );
}

async function authorised() {
  const mctTrToken = await ocb.token();
  const { session } = await ocb.atPoints(who, { mctTrToken });
  return { mctTrToken, session, ...(await ocb.ok('authorize', { session, ...CHOICE })) };
}

/** Pays once. */
async function userAuthTokenOf(): Promise<string> {
  return (await use((await authorised()).ocbUseTrAuthToken)).userAuthToken;
}

const opening = (mctTrToken: string) => ({ mctTrToken, userAuthToken: '', pageOrigin: shop.origins[0], locale: 'ko' });

const COLUMNS: Record<string, () => Promise<Begun>> = {
  'Session at the PIN': async () => {
    const mctTrToken = await ocb.token({ userAuthToken: await userAuthTokenOf() });
    const { session, next } = await ocb.open({ mctTrToken });
    return {
      mctTrToken,
      lifetime: 30 * MINUTE,
      next: async ({ pin }) => codeOf(await ocb.front('verifyPin', { session, ...press(keypadOf(next), pin) })),
    };
  },
  'Session past the PIN': async () => {
    const mctTrToken = await ocb.token();
    const { session } = await ocb.atPoints(who, { mctTrToken });
    const next = async () => codeOf(await ocb.front('authorize', { session, ...CHOICE }));
    return { mctTrToken, lifetime: 30 * MINUTE, next };
  },
  'Authorised choice, asked for again': async () => {
    const { mctTrToken, session } = await authorised();
    const next = async () => codeOf(await ocb.front('authorize', { session, ...CHOICE }));
    return { mctTrToken, lifetime: 10 * MINUTE, next };
  },
  '`ocbUseTrAuthToken`': async () => {
    const { mctTrToken, ocbUseTrAuthToken } = await authorised();
    const next = async ({ basicAuth }: World) => codeOf(await use(ocbUseTrAuthToken, basicAuth));
    return { mctTrToken, lifetime: 10 * MINUTE, next };
  },
  '`userAuthToken`': async () => {
    const { mctTrToken, ocbUseTrAuthToken } = await authorised();
    const { userAuthToken } = await use(ocbUseTrAuthToken);
    const merchant = await ocb.merchant();
    return {
      mctTrToken,
      lifetime: PROTECTIONS.userAuthTokenLife.windowMs + 1,
      next: async () => {
        const { nxMctNo, nxMctCorpNo } = shop;
        const request = { nxMctNo, nxMctCorpNo, mctAmount: 1_000, userAuthToken };
        const { merchantTrToken } = await issueMerchantToken(ocb.context, merchant, request);
        const answer = await ocb.front('open', opening(merchantTrToken));
        const isNobody = (answer.ok as { next: Step } | undefined)?.next.step === 'method';
        return isNobody ? 'identifies nobody' : codeOf(answer);
      },
    };
  },
};

/** Identifies the member by phone, to choose another PIN. */
async function replacePin(pin: string): Promise<void> {
  const { session } = await ocb.open();
  await ocb.byCard(session, who);
  await ocb.ok('forgetPin', { session });
  await ocb.enterPin(session, await ocb.byPhone(session, who), pin);
}

async function enterWrongPins(times: number): Promise<Partial<World>> {
  const { session } = await ocb.open();
  let step: unknown = (await ocb.byCard(session, who)).ok;
  for (let i = 0; i < times; i += 1) {
    step = (await ocb.front('verifyPin', { session, ...press(keypadOf(step), '975319') })).refusal?.step;
  }
  return {};
}

const becomes = (status: MemberRow['status']) => async () => {
  await ocb.context.db.update(members).set({ status }).where(eq(members.phone, who.phone));
  return {};
};

const EVENTS: Record<string, (begun: Begun) => Promise<Partial<World>>> = {
  'The member replaces the PIN': async () => {
    await replacePin(OTHER_PIN);
    return { pin: OTHER_PIN };
  },
  'The PIN is deleted after wrong entries': () => enterWrongPins(5),
  'The member leaves OK Cashbag': becomes('withdrawn'),
  'The membership is suspended': becomes('suspended'),
  'The merchant is suspended': async () => {
    await suspendMerchant(ocb.context, shop.nxMctNo);
    return {};
  },
  'The merchant’s key is rotated': async () => {
    const credentials = await rotateKeys(ocb.context, shop.nxMctNo);
    return { basicAuth: credentials?.basicAuth ?? '' };
  },
  'The userAuthTokens are revoked': async () => {
    await revokeUserAuthTokens(ocb.context, { nxMctNo: shop.nxMctNo });
    return {};
  },
  'The popup is opened again with its mctTrToken': async ({ mctTrToken }) => {
    await ocb.front('open', opening(mctTrToken));
    return {};
  },
  'Its time is over': async ({ lifetime }) => {
    ocb.time.now += lifetime;
    return {};
  },
};

/** The rows of the last table in a document, without its head. */
function cellsOf(path: string): string[][] {
  const tables = readFileSync(path, 'utf8')
    .trim()
    .split('\n\n')
    .filter((block) => block.startsWith('|'));
  return (tables.at(-1) ?? '').split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const [head = [], , ...rows] = cellsOf('docs/tokens.md');

describe('the table of what ends what', () => {
  it('names what this test knows', () => {
    expect(head.slice(1)).toEqual(Object.keys(COLUMNS));
    expect(rows.map(([event]) => event)).toEqual(Object.keys(EVENTS));
  });

  it('is the same in Korean', () => {
    const korean: Record<string, string> = { [GOES_ON]: '유지', 'identifies nobody': '무효' };
    const [, , ...translated] = cellsOf('docs/tokens.ko.md');
    expect(translated.map((cells) => cells.slice(1))).toEqual(
      rows.map((cells) => cells.slice(1).map((cell) => korean[cell] ?? cell)),
    );
  });
});

describe.each(rows)('%s', (event = '', ...cells) => {
  it.each(cells.map((cell, i) => [head[i + 1] as string, cell] as const))('%s: %s', async (column, cell) => {
    const begun = await (COLUMNS[column] ?? expect.fail(`no column ${column}`))();
    const changed = await (EVENTS[event] ?? expect.fail(`no event ${event}`))(begun);
    expect(await begun.next({ pin: PIN, basicAuth: shop.basicAuth, ...changed })).toBe(cell);
  });
});
