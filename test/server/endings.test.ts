import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../contract/front-api';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { findMerchantByBasicAuth } from '../../server/services/merchant/merchants';
import { usePoints } from '../../server/services/merchant/use';
import { keypadOf, member, press } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

/** The second table of docs/tokens.md, cell by cell. */
freshSandbox();

const who = member('has-pin');
const PIN = '246813';
const OTHER_PIN = '135792';
const CHOICE = { ocbPoint: 100, dutumPoint: 0, chargePoint: 0 };
/** What a call that is not refused is in the table. */
const GOES_ON = 'goes on';

/** What has happened meanwhile to the member and the merchant. */
interface World {
  pin: string;
  basicAuth: string;
}
/** What the columns begin with, and what the next call with it says after the event. */
interface Begun {
  mctTrToken: string;
  next(world: World): Promise<string>;
}

const codeOf = (answer: { code: string }) => (answer.code === 'ok' ? GOES_ON : answer.code);

async function use(ocbUseTrAuthToken: string, basicAuth: string = MERCHANTS[0].basicAuth) {
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

const COLUMNS: Record<string, () => Promise<Begun>> = {
  'Session at the PIN': async () => {
    const mctTrToken = await ocb.token();
    const { session } = await ocb.open({ mctTrToken });
    const { keypad } = (await ocb.byCard(session, who)).ok as Extract<Step, { step: 'pin' }>;
    return {
      mctTrToken,
      next: async ({ pin }) => codeOf(await ocb.front('verifyPin', { session, ...press(keypad, pin) })),
    };
  },
  'Session past the PIN': async () => {
    const mctTrToken = await ocb.token();
    const { session } = await ocb.atPoints(who, { mctTrToken });
    return { mctTrToken, next: async () => codeOf(await ocb.front('authorize', { session, ...CHOICE })) };
  },
  'Authorised choice, asked for again': async () => {
    const { mctTrToken, session } = await authorised();
    return { mctTrToken, next: async () => codeOf(await ocb.front('authorize', { session, ...CHOICE })) };
  },
  '`ocbUseTrAuthToken`': async () => {
    const { mctTrToken, ocbUseTrAuthToken } = await authorised();
    return { mctTrToken, next: async ({ basicAuth }) => codeOf(await use(ocbUseTrAuthToken, basicAuth)) };
  },
  '`userAuthToken`': async () => {
    const { mctTrToken, ocbUseTrAuthToken } = await authorised();
    const { userAuthToken } = await use(ocbUseTrAuthToken);
    const later = await ocb.token();
    return {
      mctTrToken,
      next: async () => {
        const pageOrigin = MERCHANTS[0].origins[0];
        const answer = await ocb.front('open', { mctTrToken: later, userAuthToken, pageOrigin, locale: 'ko' });
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
  await ocb.ok('requestCode', ocb.details(session, who));
  await ocb.enterPin(session, await ocb.ok('confirmCode', { session, code: await ocb.lastCode(who.phone) }), pin);
}

async function enterWrongPins(times: number): Promise<Partial<World>> {
  const { session } = await ocb.open();
  let step: unknown = (await ocb.byCard(session, who)).ok;
  for (let i = 0; i < times; i += 1) {
    step = (await ocb.front('verifyPin', { session, ...press(keypadOf(step), '975319') })).refusal?.step;
  }
  return {};
}

const EVENTS: Record<string, (begun: Begun) => Promise<Partial<World>>> = {
  'The member replaces the PIN': async () => {
    await replacePin(OTHER_PIN);
    return { pin: OTHER_PIN };
  },
  'The PIN is deleted after wrong entries': () => enterWrongPins(5),
  'The popup is opened again with its mctTrToken': async ({ mctTrToken }) => {
    const body = { mctTrToken, userAuthToken: '', pageOrigin: MERCHANTS[0].origins[0], locale: 'ko' };
    await ocb.front('open', body);
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
    expect(await begun.next({ pin: PIN, basicAuth: MERCHANTS[0].basicAuth, ...changed })).toBe(cell);
  });
});
