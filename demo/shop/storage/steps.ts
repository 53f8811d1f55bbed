import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Queries } from './database';
import { orderSteps, type STEP_KINDS } from './schema';

export type OrderStep = typeof orderSteps.$inferSelect;
export type StepKind = (typeof STEP_KINDS)[number];
/** The fields of a new step. The rest follows from earlier steps. */
export type NewStep = { kind: StepKind } & Partial<Pick<OrderStep, 'mctAmount' | 'askedPoint' | 'secret'>>;
export type StepChange = Partial<typeof orderSteps.$inferInsert>;

/** Settlement uses the approval's day; a step without an approval counts on the day it was sent. */
const day = sql<string>`coalesce(${orderSteps.nxAuthDay}, to_char(${orderSteps.askedAt} at time zone 'Asia/Seoul', 'YYYYMMDD'))`;

/** Returns an order's journal, first step first. */
export const stepsOf = (queries: Queries, orderId: string): Promise<OrderStep[]> =>
  queries.select().from(orderSteps).where(eq(orderSteps.orderId, orderId)).orderBy(asc(orderSteps.number));

/** Adds steps to an order's journal, in this order, each with a new unique id. */
export async function planSteps(queries: Queries, orderId: string, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const { length } = await stepsOf(queries, orderId);
  await queries.insert(orderSteps).values(
    steps.map((step, i) => {
      const number = length + i + 1;
      return { ...step, orderId, number, mctTransactionId: `${orderId}-${number}-${step.kind}` };
    }),
  );
}

/** Adds a step that OCB has decided already, asked and sent when the step before it was. */
export async function recordStep(
  queries: Queries,
  before: OrderStep,
  step: StepChange & Pick<OrderStep, 'kind' | 'mctTransactionId'>,
): Promise<void> {
  const { orderId, number, askedAt, sentAt } = before;
  await queries.insert(orderSteps).values({ askedAt, sentAt, ...step, orderId, number: number + 1 });
}

/** Updates fields of a step. */
export async function changeStep(queries: Queries, { orderId, number }: OrderStep, change: StepChange): Promise<void> {
  await queries
    .update(orderSteps)
    .set(change)
    .where(and(eq(orderSteps.orderId, orderId), eq(orderSteps.number, number)));
}

/** Deletes an order's steps that were never sent. */
export async function dropPlanned(queries: Queries, orderId: string): Promise<void> {
  await queries.delete(orderSteps).where(and(eq(orderSteps.orderId, orderId), eq(orderSteps.state, 'planned')));
}

/** Returns the ids of orders with open steps, left by a crash or a lost response. */
export async function ordersWithOpenSteps(queries: Queries): Promise<string[]> {
  const rows = await queries
    .selectDistinct({ id: orderSteps.orderId })
    .from(orderSteps)
    .where(inArray(orderSteps.state, ['planned', 'asking', 'unknown']));
  return rows.map(({ id }) => id);
}

/** Returns the days in Korea (YYYYMMDD) with requests, newest first, and how many each has. */
export const daysWithSteps = (queries: Queries): Promise<{ day: string; steps: number }[]> =>
  queries
    .select({ day, steps: count() })
    .from(orderSteps)
    .where(ne(orderSteps.state, 'planned'))
    .groupBy(day)
    .orderBy(desc(day))
    .limit(14);

/** Returns the requests sent on a day in Korea (YYYYMMDD), in order. */
export const stepsOn = (queries: Queries, on: string): Promise<OrderStep[]> =>
  queries
    .select()
    .from(orderSteps)
    .where(and(eq(day, on), ne(orderSteps.state, 'planned')))
    .orderBy(asc(orderSteps.askedAt), asc(orderSteps.orderId), asc(orderSteps.number));
