import { asc, isNotNull } from 'drizzle-orm';
import type { Context } from '../context';
import { dutumAccount, ocbAccount } from '../services/accounts';
import { transact } from '../services/transact';
import { accounts } from '../storage/ledger-schema';
import { members, merchantOrigins } from '../storage/schema';
import { MEMBERS } from './seed/members';
import { DUTUM_PROGRAMS, MERCHANTS } from './seed/merchants';

/** A merchant with all that its server and its page need. `aesKey` and `aesIv` in hex. */
export interface SandboxMerchant {
  nxMctNo: string;
  nxMctCorpNo: string;
  name: string;
  /** What stands after "Basic ". */
  basicAuth: string;
  aesKey: string;
  aesIv: string;
  origins: string[];
}

/** A member with all that somebody needs to be that person. */
export interface SandboxMember {
  name: string;
  birthDate: string;
  firstDigit: string;
  carrier: string;
  phone: string;
  /** For `save` with authType CI. */
  ci: string;
  cardNumber: string;
  cardPassword: string;
  /** Null when there is none, or when it was made in the popup: then only its maker knows it. */
  pin: string | null;
  ocbPoint: number;
  dutumPoints: { nxMctNo: string; name: string; balance: number }[];
  traits: string[];
}

/** The seeded merchants with their credentials and the origins that are registered now. */
export function listMerchants(context: Context): Promise<SandboxMerchant[]> {
  return transact(context, async ({ tx }) => {
    const rows = await tx.select().from(merchantOrigins).orderBy(asc(merchantOrigins.origin));
    return MERCHANTS.map((merchant) => ({
      ...merchant,
      origins: rows.filter((row) => row.nxMctNo === merchant.nxMctNo).map((row) => row.origin),
    }));
  });
}

/** The seeded members, in their order, with what they have now. */
export function listMembers(context: Context): Promise<SandboxMember[]> {
  return transact(context, async ({ tx }) => {
    const rows = new Map((await tx.select().from(members)).map((row) => [row.phone, row]));
    const held = await tx.select().from(accounts).where(isNotNull(accounts.balance));
    const balances = new Map(held.map((account) => [account.id, account.balance ?? 0]));
    return MEMBERS.map((seed, i) => {
      const row = rows.get(seed.phone);
      const hasSeededPin = row !== undefined && row.pinHash !== null && row.pinVersion === 0;
      return {
        name: seed.name,
        birthDate: seed.birthDate,
        firstDigit: seed.firstDigit,
        carrier: seed.carrier,
        phone: seed.phone,
        ci: seed.ci,
        cardNumber: seed.cardNumber,
        cardPassword: seed.cardPassword,
        pin: hasSeededPin ? seed.pin : null,
        ocbPoint: balances.get(ocbAccount(i + 1)) ?? 0,
        dutumPoints: DUTUM_PROGRAMS.filter((program) => program.id in seed.dutum).map(({ id, nxMctNo, name }) => ({
          nxMctNo,
          name,
          balance: balances.get(dutumAccount(i + 1, id)) ?? 0,
        })),
        traits: [...seed.traits],
      };
    });
  });
}
