import { paycoCodes } from '../../../contract/errors';
import type { Payco } from '../../providers/payco';
import { ask } from '../../services/transact';
import { paycoCharges } from '../storage/schema';
import type { Ground } from './ground';

/**
 * The number of points decides: 4,074 points are refused with 4074, and so on up to 4,081, so that every refusal can be
 * tried. All other charges succeed.
 */
const refusalOf = (points: number) => paycoCodes().find((code) => Number(code) === points);

/** Records charges without charging anybody. */
export const madeUpPayco = (ground: Ground): Payco => ({
  charge: async ({ id, points, until }) => {
    const code = refusalOf(points);
    if (code) return { charged: false, code };
    if ((await ask(ground, (db) => ground.clock(db))) > until) throw new Error('too late to charge it');
    const row = { id, points, refundedAt: null };
    const [charged] = await ask(ground, (db) =>
      db.insert(paycoCharges).values(row).onConflictDoUpdate({ target: paycoCharges.id, set: { id } }).returning(),
    );
    if (charged?.refundedAt !== null) throw new Error('it was given back');
    return { charged: true };
  },
  refund: async (id) => {
    const refundedAt = await ask(ground, (db) => ground.clock(db));
    await ask(ground, (db) =>
      db
        .insert(paycoCharges)
        .values({ id, points: 0, refundedAt })
        .onConflictDoUpdate({ target: paycoCharges.id, set: { refundedAt } }),
    );
  },
});
