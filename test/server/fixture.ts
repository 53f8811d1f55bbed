import { sql } from 'drizzle-orm';
import type { FrontRequest, Keypad, Step } from '../../contract/front-api';
import { createLog } from '../../server/log';
import { resetSandbox } from '../../server/sandbox/seed';
import { MEMBERS, type SeedMember } from '../../server/sandbox/seed/members';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { type SandboxOptions, startSandbox } from '../../server/sandbox/start';
import { findMerchantByBasicAuth, issueMerchantToken, type Merchant } from '../../server/services/merchant/merchants';
import { sandboxDatabase } from '../demo/embedded-database';
import { checkedCalls } from './checked-calls';

/** Noon in Korea. */
export const NOON = Date.UTC(2026, 5, 1, 3);

/** Returns the nth member with this trait. */
export function member(trait: string, nth = 0): SeedMember {
  const found = MEMBERS.filter((one) => one.traits.includes(trait))[nth];
  if (!found) throw new Error(`no member ${nth} with trait ${trait}`);
  return found;
}

/** Returns the positions to press on a layout for these digits. */
export const press = (keypad: Keypad, pin: string) => ({
  keypadId: keypad.keypadId,
  positions: [...pin].map((digit) => keypad.digits.indexOf(Number(digit))),
});

/** Returns the layout of a step or of a refusal's step. */
export function keypadOf(step: unknown): Keypad {
  const { keypad } = step as { keypad?: Keypad };
  if (!keypad) throw new Error(`no keypad in ${JSON.stringify(step)}`);
  return keypad;
}

export const consents = { personalInfo: true, uniqueId: true, carrierTerms: true, serviceTerms: true } as const;

/** log2 of scrypt's N: makes hashing almost free. */
const CHEAP_SCRYPT = 4;

/** Starts a new sandbox in memory, with a clock that only the test moves, and helpers for tests. */
export async function startFixture(options: SandboxOptions = {}) {
  const lines: string[] = [];
  const time = { now: NOON };
  const embedded = options.databaseUrl ? undefined : await sandboxDatabase();
  const ocb = await startSandbox({
    port: 0,
    ...(embedded && { storage: embedded.storage }),
    shopOrigins: [],
    log: createLog('trace', { write: (line) => void lines.push(line) }),
    clock: async () => time.now,
    scryptLog2N: CHEAP_SCRYPT,
    ...options,
  });
  const { app, context } = ocb;
  const { front, ok, asMerchant } = checkedCalls(app);
  if (embedded) {
    await resetSandbox(context);
    await embedded.remember();
  }

  /** Resets the sandbox to its initial state, at noon in Korea. */
  async function reset(): Promise<void> {
    time.now = NOON;
    await (embedded?.restore() ?? resetSandbox(context));
    // A reset does not restart approval numbers; tests expect those of a new sandbox, whose opening balances took the
    // first one.
    await context.db.execute(sql`select setval(pg_get_serial_sequence('approvals', 'number'), 1)`);
  }
  if (embedded) await reset();

  const merchant = async (nth = 0): Promise<Merchant> => {
    const found = await findMerchantByBasicAuth(context, MERCHANTS[nth]?.basicAuth ?? '');
    if (!found) throw new Error('the seeded merchant is not there');
    return found;
  };

  /** Returns a member's points by account name, without the member's number. */
  async function balancesOf(who: SeedMember): Promise<Record<string, number>> {
    const id = MEMBERS.indexOf(who) + 1;
    const result = await context.db.execute(sql`select id, balance from accounts where member_id = ${id} order by id`);
    const { rows } = result as unknown as { rows: { id: string; balance: string }[] };
    return Object.fromEntries(rows.map((row) => [row.id.replace(`:${id}`, ''), Number(row.balance)]));
  }

  interface Purchase {
    mctAmount?: number;
    userAuthToken?: string;
    eventInfo?: { promotionCode?: string; eventPrctVolume?: number; eventPrctAmout?: number };
    merchantNth?: number;
  }

  async function token({
    mctAmount = 40_000,
    userAuthToken,
    eventInfo,
    merchantNth = 0,
  }: Purchase = {}): Promise<string> {
    const { nxMctNo, nxMctCorpNo } = MERCHANTS[merchantNth] as (typeof MERCHANTS)[number];
    const request = {
      nxMctNo,
      nxMctCorpNo,
      mctAmount,
      userAuthToken: userAuthToken ?? null,
      ...(eventInfo ? { eventInfo } : {}),
    };
    return (await issueMerchantToken(context, await merchant(merchantNth), request)).merchantTrToken;
  }

  /** Opens a session, with a new transaction token unless one is given. */
  async function open(purchase: Purchase & { mctTrToken?: string; locale?: 'ko' | 'en' } = {}) {
    const origin = MERCHANTS[purchase.merchantNth ?? 0]?.origins[0] ?? '';
    return ok('open', {
      mctTrToken: purchase.mctTrToken ?? (await token(purchase)),
      userAuthToken: '',
      pageOrigin: origin,
      locale: purchase.locale ?? 'ko',
    });
  }

  const byCard = (session: string, who: SeedMember, cardPassword = who.cardPassword) =>
    front('identifyByCard', { session, cardNumber: who.cardNumber, cardPassword });

  const details = (session: string, who: SeedMember) => {
    const { name, birthDate, firstDigit, carrier, phone } = who;
    return { session, name, birthDate, firstDigit, carrier, phone, consents };
  };

  /** Returns the last code that a phone received. */
  async function lastCode(phone: string): Promise<string> {
    const { readPhone } = await import('../../server/sandbox/phones');
    const { messages } = await readPhone(context, phone);
    return messages.at(-1)?.code ?? '';
  }

  /** Identifies by phone, with the code that arrives there. */
  async function byPhone(session: string, who: SeedMember): Promise<Step> {
    await ok('requestCode', details(session, who));
    return ok('confirmCode', { session, code: await lastCode(who.phone) });
  }

  /** Goes from an identified step to the points, by making or entering the PIN. */
  async function enterPin(session: string, step: Step, pin: string): Promise<Step> {
    if (step.step === 'pin') return ok('verifyPin', { session, ...press(step.keypad, pin) });
    const first = await ok('enterNewPin', { session, ...press(keypadOf(step), pin) });
    return ok('confirmNewPin', { session, ...press(keypadOf(first), pin) });
  }

  /** Opens a session and goes to the points by card and PIN. */
  async function atPoints(who: SeedMember, purchase: Purchase & { mctTrToken?: string } = {}) {
    const opened = await open(purchase);
    const step = (await byCard(opened.session, who)).ok as Step;
    const points = (await enterPin(opened.session, step, who.pin ?? '246813')) as Extract<Step, { step: 'points' }>;
    return { ...opened, points };
  }

  /** Authorises a choice, ready to be spent. */
  async function authorized(who: SeedMember, choice: Partial<FrontRequest<'authorize'>>, purchase: Purchase = {}) {
    const { session } = await atPoints(who, purchase);
    return ok('authorize', { session, ocbPoint: 0, dutumPoint: 0, chargePoint: 0, ...choice });
  }

  return {
    ...ocb,
    time,
    lines,
    reset,
    merchant,
    front,
    ok,
    asMerchant,
    balancesOf,
    token,
    open,
    byCard,
    details,
    lastCode,
    byPhone,
    enterPin,
    atPoints,
    authorized,
  };
}

export type Fixture = Awaited<ReturnType<typeof startFixture>>;
