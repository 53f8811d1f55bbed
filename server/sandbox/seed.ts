import { sql } from 'drizzle-orm';
import { CARD_ATTEMPTS } from '../../contract/protections';
import type { Context } from '../context';
import { dutumAccount, ISSUED, ocbAccount, PAYCO, savedAccount, usedAccount } from '../services/accounts';
import { type Hashing, hashSecret, tokenHash } from '../services/secrets';
import { seoulDay } from '../services/time';
import { transact } from '../services/transact';
import type { Database } from '../storage/database';
import { accounts, entries, transactions } from '../storage/ledger-schema';
import { dutumPrograms, members, merchantOrigins, merchants } from '../storage/schema';
import { MEMBERS } from './seed/members';
import { DUTUM_PROGRAMS, MERCHANTS } from './seed/merchants';
import { cards, sandbox } from './storage/schema';

/**
 * Hashes of the seeded secrets by cost. They are public and few, so each is hashed once per process, which keeps resets
 * fast.
 */
const hashed = new Map<string, Promise<string>>();

function seedHash(context: Hashing, secret: string): Promise<string> {
  const key = `${context.config.scryptLog2N} ${secret}`;
  const known = hashed.get(key) ?? hashSecret(context, secret);
  hashed.set(key, known);
  return known;
}

async function seededMembers(context: Hashing) {
  return Promise.all(
    MEMBERS.map(async (member, i) => ({
      id: i + 1,
      name: member.name,
      birthDate: member.birthDate,
      firstDigit: member.firstDigit,
      carrier: member.carrier,
      phone: member.phone,
      status: member.status,
      ci: member.ci,
      cardFailures: member.cardLocked ? CARD_ATTEMPTS : 0,
      hasApp: member.hasApp,
      hasPayco: member.hasPayco,
      pinHash: member.pin === null ? null : await seedHash(context, member.pin),
    })),
  );
}

/** Builds the cards of the made-up directory. */
async function seededCards(context: Hashing) {
  return Promise.all(
    MEMBERS.map(async ({ cardNumber, ci, cardStatus, cardPassword }) => ({
      cardNumber,
      ci,
      status: cardStatus,
      passwordHash: await seedHash(context, cardPassword),
    })),
  );
}

/** Writes the opening balances as one movement out of `issued`. */
async function openAccounts(tx: Database, now: number): Promise<void> {
  const held = MEMBERS.flatMap((member, i) => [
    { id: ocbAccount(i + 1), kind: 'ocb' as const, memberId: i + 1, dutumId: null, points: member.ocbPoint },
    ...Object.entries(member.dutum).map(([program, points]) => ({
      id: dutumAccount(i + 1, Number(program)),
      kind: 'dutum' as const,
      memberId: i + 1,
      dutumId: Number(program),
      points,
    })),
  ]);
  const counters = [
    ISSUED,
    PAYCO,
    ...MERCHANTS.flatMap(({ nxMctNo }) => [usedAccount(nxMctNo), savedAccount(nxMctNo)]),
  ];
  await tx
    .insert(accounts)
    .values([
      ...counters.map((id) => ({ id, kind: 'counter' as const })),
      ...held.map(({ points: _points, ...account }) => ({ ...account, balance: 0 })),
    ]);
  const total = held.reduce((sum, account) => sum + account.points, 0);
  await tx.insert(transactions).values({
    id: 'opening',
    kind: 'OPENING',
    contentHash: '',
    code: '0000',
    mctAmount: 0,
    ocbPoint: total,
    dutumPoint: 0,
    chargePoint: 0,
    nxAuthDay: seoulDay(now),
    at: now,
  });
  await tx
    .insert(entries)
    .values([
      { transactionId: 'opening', accountId: ISSUED, amount: -total },
      ...held
        .filter((account) => account.points > 0)
        .map((account) => ({ transactionId: 'opening', accountId: account.id, amount: account.points })),
    ]);
}

async function fill(tx: Database, now: number, people: Awaited<ReturnType<typeof seededMembers>>): Promise<void> {
  await tx.insert(merchants).values(
    MERCHANTS.map(({ basicAuth, origins: _origins, ...merchant }) => ({
      ...merchant,
      basicAuthHash: tokenHash(basicAuth),
    })),
  );
  await tx
    .insert(merchantOrigins)
    .values(MERCHANTS.flatMap(({ nxMctNo, origins }) => origins.map((origin) => ({ nxMctNo, origin }))));
  await tx.insert(dutumPrograms).values([...DUTUM_PROGRAMS]);
  await tx.insert(members).values(people);
  await openAccounts(tx, now);
}

async function registerShopOrigins(context: Context, tx: Database): Promise<void> {
  const rows = MERCHANTS.flatMap(({ nxMctNo }) => context.config.shopOrigins.map((origin) => ({ nxMctNo, origin })));
  if (rows.length > 0) await tx.insert(merchantOrigins).values(rows).onConflictDoNothing();
}

/** Fills the sandbox's own tables. */
async function fillOwn(tx: Database, directory: Awaited<ReturnType<typeof seededCards>>): Promise<void> {
  await tx.insert(sandbox).values({ id: 1, clockOffsetMs: 0 });
  await tx.insert(cards).values(directory);
}

/** Fills the sandbox's own tables if they are empty. */
export async function seedOwn(ground: Hashing & Pick<Context, 'transact' | 'clock'>): Promise<void> {
  const known = await transact(ground, ({ tx }) => tx.select({ ci: cards.ci }).from(cards).limit(1));
  if (known.length > 0) return;
  const directory = await seededCards(ground);
  await transact(ground, ({ tx }) => fillOwn(tx, directory));
}

/**
 * Fills an empty database with merchants and members, and registers SHOP_ORIGINS for every merchant. Keeps existing
 * data.
 */
export async function seedSandbox(context: Context): Promise<void> {
  await seedOwn(context);
  const isEmpty = await transact(context, async ({ tx }) => {
    const there = await tx.select({ nxMctNo: merchants.nxMctNo }).from(merchants).limit(1);
    return there.length === 0;
  });
  const people = isEmpty ? await seededMembers(context) : [];
  await transact(context, async ({ tx, now }) => {
    if (isEmpty) await fill(tx, now, people);
    await registerShopOrigins(context, tx);
  });
}

/** Resets members, points and the clock to their initial state, and deletes sessions, tokens, messages and faults. */
export async function resetSandbox(context: Context): Promise<void> {
  const people = await seededMembers(context);
  const directory = await seededCards(context);
  await transact(context, async ({ tx }) => {
    await tx.execute(
      sql`truncate merchants, members, phone_days, tallies, accounts, entries, transactions, reservations cascade`,
    );
    await tx.execute(sql`truncate sandbox, faults, cards, messages, app_pushes, approvals, payco_charges`);
    await fillOwn(tx, directory);
    await fill(tx, await context.clock(tx), people);
    await registerShopOrigins(context, tx);
  });
}
