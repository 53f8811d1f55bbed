import { eq } from 'drizzle-orm';
import type { Approval, ApprovalAnswer } from '../../providers/approval';
import { seoulDay } from '../../services/time';
import { ask } from '../../services/transact';
import { approvals } from '../storage/schema';
import type { Ground } from './ground';

type Row = typeof approvals.$inferSelect;

const approved = ({ at, number }: Row): ApprovalAnswer => ({
  approved: true,
  nxAuthDay: seoulDay(at),
  nxAuthNo: String(number).padStart(9, '0'),
});

/** Approves everything, with increasing approval numbers. */
export const madeUpApproval = (ground: Ground): Approval => ({
  approve: async ({ id, until }) => {
    const at = await ask(ground, (db) => ground.clock(db));
    if (at > until) throw new Error('too late to approve it');
    const [row] = await ask(ground, (db) =>
      db.insert(approvals).values({ id, at }).onConflictDoUpdate({ target: approvals.id, set: { id } }).returning(),
    );
    return approved(row as Row);
  },
  outcomeOf: async (id) => {
    const [row] = await ask(ground, (db) => db.select().from(approvals).where(eq(approvals.id, id)));
    return row && approved(row);
  },
});
