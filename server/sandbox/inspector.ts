import { asc, isNotNull } from 'drizzle-orm';
import type { Member } from '../../contract/sandbox';
import type { Context } from '../context';
import { dutumAccount, ocbAccount } from '../services/accounts';
import { transact } from '../services/transact';
import { accounts } from '../storage/ledger-schema';
import { members, merchantOrigins } from '../storage/schema';
import { MEMBERS } from './seed/members';
import { DUTUM_PROGRAMS, MERCHANTS } from './seed/merchants';

/** A merchant with everything that its server and page need. `aesKey` and `aesIv` are in hex. */
export interface SandboxMerchant {
  nxMctNo: string;
  nxMctCorpNo: string;
  name: string;
  /** The value after "Basic " in the Authorization header. */
  basicAuth: string;
  aesKey: string;
  aesIv: string;
  origins: string[];
}

/** Lists the seeded merchants with their credentials and currently registered origins. */
export function listMerchants(context: Context): Promise<SandboxMerchant[]> {
  return transact(context, async ({ tx }) => {
    const rows = await tx.select().from(merchantOrigins).orderBy(asc(merchantOrigins.origin));
    return MERCHANTS.map((merchant) => ({
      ...merchant,
      origins: rows.filter((row) => row.nxMctNo === merchant.nxMctNo).map((row) => row.origin),
    }));
  });
}

/** Lists the seeded members in order, with their current points. */
export function listMembers(context: Context): Promise<Member[]> {
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
