import type { FastifyBaseLogger } from 'fastify';
import type { MerchantClient, Question, UseOptions, Verdict } from '../../../merchant/client';
import { safely } from '../safely';
import type { Database } from '../storage/database';
import { lockOrder, type Order } from '../storage/orders';
import { changeStep, type OrderStep, ordersWithOpenSteps } from '../storage/steps';
import { type Answer, approved, refused } from './decided';
import { questionAt } from './question';
import { isOpen } from './standing';

/** The step to ask about, its order, and whether this is the first attempt. */
interface Next {
  order: Order;
  step: OrderStep;
  isFirst: boolean;
}

/**
 * Carries out the steps in the journal. A step becomes `asking`, with an id of its own, before OCB is asked; the
 * response and its consequences for the order are written in one transaction. After a crash at any moment, a step is
 * therefore either done or can be repeated with the same id.
 */
export class Journal {
  /** The latest run of each order in this process. */
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly client: MerchantClient,
    private readonly log: FastifyBaseLogger,
    private readonly clock: () => number = Date.now,
  ) {}

  /**
   * Carries out an order's open steps in sequence, and stops if a response is lost. Runs of the same order wait for
   * each other.
   */
  run(orderId: string): Promise<void> {
    const before = this.running.get(orderId) ?? Promise.resolve();
    const run = before
      .catch(() => undefined)
      .then(() => this.work(orderId))
      .finally(() => {
        if (this.running.get(orderId) === run) this.running.delete(orderId);
      });
    this.running.set(orderId, run);
    return run;
  }

  /** Runs every order that a crash or a lost response left unfinished. */
  async resume(): Promise<void> {
    for (const orderId of await ordersWithOpenSteps(this.database)) {
      await this.run(orderId).catch((error) => this.log.error({ orderId, ...safely(error) }, 'could not resume'));
    }
  }

  private async work(orderId: string): Promise<void> {
    for (;;) {
      const next = await this.next(orderId);
      if (!next || !(await this.ask(next))) return;
    }
  }

  /** Marks an order's first open step as `asking`, before OCB is asked, and returns it. */
  private next(orderId: string): Promise<Next | undefined> {
    return this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const step = order?.steps.find(isOpen);
      if (!order || !step) return undefined;
      if (step.state !== 'planned') return { order, step, isFirst: false };
      const now = new Date(this.clock());
      const begun = { state: 'asking', askedAt: now, sentAt: now } as const;
      await changeStep(tx, step, begun);
      return { order, step: { ...step, ...begun }, isFirst: true };
    });
  }

  /** Asks OCB about a step. Returns whether OCB has decided. */
  private async ask({ order, step, isFirst }: Next): Promise<boolean> {
    const question = questionAt(order, step);
    const verdict = await (isFirst ? this.make(question) : this.client.settle(question));
    await this.database.transaction(async (tx) => {
      if (verdict.outcome === 'approved') await approved(tx, order, step, verdict.answer);
      if (verdict.outcome === 'refused') await refused(tx, order, step, verdict.error);
      if (verdict.outcome === 'unknown') {
        await changeStep(tx, step, { state: 'unknown', sentAt: new Date(verdict.question.sentAt) });
      }
    });
    return verdict.outcome !== 'unknown';
  }

  private make({ call, request, expect }: Question): Promise<Verdict<Answer>> {
    const make = this.client[call] as (asked: typeof request, options?: UseOptions) => Promise<Verdict<Answer>>;
    return expect ? make(request, { expect }) : make(request);
  }
}
