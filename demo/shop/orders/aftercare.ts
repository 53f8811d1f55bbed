import type { Account } from '../storage/accounts';
import type { Database, Queries } from '../storage/database';
import { changeOrder, lockOrder, moveLines, type Order } from '../storage/orders';
import { type NewStep, planSteps } from '../storage/steps';
import { conflict, OrderConflict } from './conflict';
import { takeOut } from './decided';
import type { Journal } from './journal';
import { planCancel } from './plan';
import { basisOf, type Standing, standing } from './standing';

/** What of an order's total is saved as OCB points: 1 in 100 won that were not paid with points. */
const SAVED_PART = 100;

/** What may be done with a placed order now. While OCB has a step to decide, nothing may. */
export interface Permitted {
  cancel: boolean;
  payDue: boolean;
  deliver: boolean;
  save: boolean;
  cancelSave: boolean;
}

/** What may be done with an order that stands so. */
export function permitted({ state, deliveredAt }: Order, stands: Standing): Permitted {
  const settled = state === 'paid' && !stands.open;
  const delivered = deliveredAt !== null;
  return {
    cancel: settled && !delivered,
    payDue: settled && stands.due > 0,
    deliver: settled && !delivered && stands.due === 0,
    save: settled && delivered && !stands.saved && savable(stands) > 0,
    cancelSave: settled && stands.saved !== undefined,
  };
}

/** The points that this order brings: nothing for what was paid with points. */
export const savable = ({ other }: Standing): number => Math.floor(other / SAVED_PART);

/** A placed order until it is at home: cancel, partial cancel, delivery, save. Each writes its steps, then runs the journal. */
export class Aftercare {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /**
   * Takes lines out of the order, or all of them, by the plan that the shopper has seen: `seen` is what that plan leaves to be paid.
   * 400: no line that stands is named; 409: the plan would be another one now.
   */
  cancel(account: Account, orderId: string, skus: readonly string[], seen: number): Promise<void> {
    return this.change(account, orderId, 'cancel', async (tx, order) => {
      const plan = planCancel(basisOf(order), skus);
      if ('shortBy' in plan || plan.mctAmount !== seen) throw conflict(order);
      if (plan.skus.length === 0) throw new OrderConflict(400, 'There is no such line.');
      await moveLines(tx, orderId, 'ordered', 'leaving', plan.skus);
      if (plan.steps.length === 0) await takeOut(tx, (await lockOrder(tx, orderId)) ?? order, 0);
      return plan.steps.map((step): NewStep => {
        if (step.kind === 'CANCEL') return { kind: 'CANCEL' };
        return { kind: 'PART', mctAmount: step.mctAmount, askedPoint: step.useOcbPoint };
      });
    });
  }

  /** The other method pays what OCB refused to let points pay again (which this demo only writes down). */
  payDue(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, 'payDue', async (tx, order) => {
      const { other, due } = standing(order);
      await changeOrder(tx, orderId, { otherPaid: other + due });
      return [];
    });
  }

  /** The parcel has arrived. From here on the order cannot be cancelled, and points can be saved for it. */
  deliver(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, 'deliver', async (tx) => {
      await changeOrder(tx, orderId, { deliveredAt: new Date() });
      return [];
    });
  }

  /** Saves points for whoever has this OK캐쉬백 card (16 digits). The number is kept until OCB has decided, and nowhere else. */
  save(account: Account, orderId: string, cardNumber: string): Promise<void> {
    return this.change(account, orderId, 'save', async (_tx, order) => [
      { kind: 'SAVE', askedPoint: savable(standing(order)), secret: cardNumber },
    ]);
  }

  /** Takes the save back. */
  cancelSave(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, 'cancelSave', async () => [{ kind: 'CANCEL_SAVE' }]);
  }

  /** Asks OCB again about a step whose answer was lost. */
  check(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, undefined, async () => []);
  }

  private async change(
    account: Account,
    orderId: string,
    what: keyof Permitted | undefined,
    begin: (tx: Queries, order: Order) => Promise<NewStep[]>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (order?.accountId !== account.id) throw conflict(undefined);
      if (what && !permitted(order, standing(order))[what]) throw conflict(order);
      await planSteps(tx, orderId, await begin(tx, order));
    });
    await this.journal.run(orderId);
  }
}
