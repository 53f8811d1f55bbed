import type { Account } from '../storage/accounts';
import type { Database, Queries } from '../storage/database';
import { changeOrder, lockOrder, moveLines, type Order } from '../storage/orders';
import { type NewStep, planSteps } from '../storage/steps';
import { conflict, OrderConflict } from './conflict';
import { takeOut } from './decided';
import type { Journal } from './journal';
import { planCancel } from './plan';
import { basisOf, type Standing, standing } from './standing';

/** One OCB point is saved for this many won that were not paid with points. */
const SAVED_PART = 100;

/** What may be done with a placed order now. Nothing, while OCB has a step to decide. */
export interface Permitted {
  cancel: boolean;
  payDue: boolean;
  deliver: boolean;
  save: boolean;
  cancelSave: boolean;
}

/** Returns what may be done with an order in this state. */
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

/** Returns the points that this order earns: none for what was paid with points. */
export const savable = ({ other }: Standing): number => Math.floor(other / SAVED_PART);

/**
 * Everything after placing an order: cancel, partial cancel, delivery and save. Each writes its steps to the journal,
 * then runs it.
 */
export class Aftercare {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /**
   * Cancels some or all lines by the plan that the shopper has seen: `seen` is the amount that the plan leaves to be
   * paid, in won. 400: the lines are not in the order. 409: the plan has changed since.
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

  /**
   * Charges the other payment method with the amount that OCB refused to charge in points (this demo only records it).
   */
  payDue(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, 'payDue', async (tx, order) => {
      const { other, due } = standing(order);
      await changeOrder(tx, orderId, { otherPaid: other + due });
      return [];
    });
  }

  /** Marks the parcel as delivered. The order can then no longer be cancelled, and points can be saved for it. */
  deliver(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, 'deliver', async (tx) => {
      await changeOrder(tx, orderId, { deliveredAt: new Date() });
      return [];
    });
  }

  /** Saves points to this OK캐쉬백 card (16 digits). The number is stored only until OCB has decided. */
  save(account: Account, orderId: string, cardNumber: string): Promise<void> {
    return this.change(account, orderId, 'save', async (_tx, order) => [
      { kind: 'SAVE', askedPoint: savable(standing(order)), secret: cardNumber },
    ]);
  }

  /** Cancels the save. */
  cancelSave(account: Account, orderId: string): Promise<void> {
    return this.change(account, orderId, 'cancelSave', async () => [{ kind: 'CANCEL_SAVE' }]);
  }

  /** Asks OCB again about a step whose response was lost. */
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
