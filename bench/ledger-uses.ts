import { sql } from 'drizzle-orm';
import type { Context } from '../server/context';
import type { Approval } from '../server/providers/approval';
import { MERCHANTS } from '../server/sandbox/seed/merchants';
import type { Ocb } from '../server/serve';
import { findMerchantByBasicAuth } from '../server/services/merchant/merchants';
import { usePoints } from '../server/services/merchant/use';
import { tokenHash } from '../server/services/secrets';

/** Uses of points that run at once in one process. */
const AT_ONCE = 8;
const [shop] = MERCHANTS;

/**
 * How points are used: by the floor; by the ledger's own two transactions, with an approval that costs nothing; with
 * the sandbox's approval between them, which writes to the database; and as the whole sandbox does it, whose clock is
 * asked of the database, too.
 */
export type Way = 'floor' | 'ledger' | 'approval' | 'sandbox';

let approved = 0;
const instantApproval: Approval = {
  approve: async () => {
    approved += 1;
    return { approved: true, nxAuthDay: '20260601', nxAuthNo: `${approved}`.padStart(9, '0') };
  },
  outcomeOf: async () => undefined,
};

/** The context of a way: what it does not count costs nothing. */
function contextOf(way: Way, context: Context): Context {
  if (way === 'sandbox') return context;
  const clock = async () => Date.now();
  if (way === 'approval') return { ...context, clock };
  return { ...context, clock, providers: { ...context.providers, approval: instantApproval } };
}

/** How one way of using points did: approved uses, and how long each took, in ms. */
export interface Measured {
  ms: number;
  latencies: number[];
}

/**
 * A use of points as somebody would write it who wants nothing but speed: one function, one round trip. It does what
 * `usePoints` does to the same tables under the same triggers, without its refusals, its repeated answers and its lock
 * for `/result`.
 */
export const FLOOR = `
create or replace function floor_use(token text, mct text, id text, content text, salt text, new_token text, now_ms bigint)
returns setof transactions language plpgsql as $$
declare choice use_authorisations; member members; row transactions; held bigint;
begin
  select * into choice from use_authorisations where token_hash = token and spent_at is null and expires_at > now_ms for update;
  if not found then raise 'cannot be spent'; end if;
  select * into member from members where members.id = choice.member_id;
  select balance into held from accounts where accounts.id = 'ocb:' || choice.member_id for update;
  if held < choice.ocb_point - choice.charge_point then raise 'short'; end if;
  insert into transactions (id, kind, nx_mct_no, mct_transaction_id, content_hash, code, member_id, mct_amount, ocb_point,
      dutum_point, charge_point, nx_auth_day, user_auth_salt, at)
    values (floor_use.id, 'USE', choice.nx_mct_no, mct, content, '0000', choice.member_id, choice.mct_amount, choice.ocb_point,
      0, 0, '20260601', salt, now_ms) returning * into row;
  insert into entries (transaction_id, account_id, amount) values (floor_use.id, 'ocb:' || choice.member_id, -choice.ocb_point),
    (floor_use.id, 'used:' || choice.nx_mct_no, choice.ocb_point);
  update use_authorisations set spent_at = now_ms where token_hash = token;
  insert into user_auth_tokens (token_hash, nx_mct_no, member_id, pin_version, issued_at)
    values (new_token, choice.nx_mct_no, choice.member_id, member.pin_version, now_ms);
  return next row;
end $$`;

/** Spends each token once, in a way. Throws when one is not approved. */
export async function spend(ocb: Pick<Ocb, 'context'>, way: Way, tokens: readonly string[]): Promise<Measured> {
  const context = contextOf(way, ocb.context);
  const merchant = await findMerchantByBasicAuth(context, shop.basicAuth);
  if (!merchant) throw new Error('the seeded merchant is not there');
  const left = tokens.map((token, i) => ({ token, mctTransactionId: `${way}-${token}-${i}` }));
  const latencies: number[] = [];
  const one = async ({ token, mctTransactionId }: (typeof left)[number]) => {
    if (way !== 'floor') return usePoints(context, merchant, { mctTransactionId, ocbUseTrAuthToken: token });
    const hash = tokenHash(token);
    return context.db.execute(
      sql`select * from floor_use(${hash}, ${mctTransactionId}, ${`floor-${hash}`}, ${hash}, ${hash}, ${`user-${hash}`}, ${Date.now()})`,
    );
  };
  const startedAt = performance.now();
  const client = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const askedAt = performance.now();
      await one(next);
      latencies.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return { ms: performance.now() - startedAt, latencies };
}
