import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Queries } from './database';
import { orderSteps, type STEP_KINDS } from './schema';

export type OrderStep = typeof orderSteps.$inferSelect;
export type StepKind = (typeof STEP_KINDS)[number];
/** What a step needs to be asked; the rest is told by the steps before it. */
export type NewStep = { kind: StepKind } & Partial<Pick<OrderStep, 'mctAmount' | 'askedPoint' | 'secret'>>;
export type StepChange = Partial<typeof orderSteps.$inferInsert>;

/** Settlement goes by the approval's day; what is not approved stands with the day when it was asked. */
const day = sql<string>`coalesce(${orderSteps.nxAuthDay}, to_char(${orderSteps.askedAt} at time zone 'Asia/Seoul', 'YYYYMMDD'))`;

/** The journal of an order, first step first. */
export const stepsOf = (queries: Queries, orderId: string): Promise<OrderStep[]> =>
  queries.select().from(orderSteps).where(eq(orderSteps.orderId, orderId)).orderBy(asc(orderSteps.number));

/** Writes the next steps of an order, to be asked in this order. Each has an id that no other request ever had. */
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

/** Writes fields of a step. */
export async function changeStep(queries: Queries, { orderId, number }: OrderStep, change: StepChange): Promise<void> {
  await queries
    .update(orderSteps)
    .set(change)
    .where(and(eq(orderSteps.orderId, orderId), eq(orderSteps.number, number)));
}

/** Takes back the steps of an order that were never asked. */
export async function dropPlanned(queries: Queries, orderId: string): Promise<void> {
  await queries.delete(orderSteps).where(and(eq(orderSteps.orderId, orderId), eq(orderSteps.state, 'planned')));
}

/** Orders with steps that are not decided: a crash or a lost answer left them. */
export async function ordersWithOpenSteps(queries: Queries): Promise<string[]> {
  const rows = await queries
    .selectDistinct({ id: orderSteps.orderId })
    .from(orderSteps)
    .where(inArray(orderSteps.state, ['planned', 'asking', 'unknown']));
  return rows.map(({ id }) => id);
}

/** The days in Korea (YYYYMMDD) on which something was asked, newest first, with how many requests were made. */
export const daysWithSteps = (queries: Queries): Promise<{ day: string; steps: number }[]> =>
  queries
    .select({ day, steps: count() })
    .from(orderSteps)
    .where(ne(orderSteps.state, 'planned'))
    .groupBy(day)
    .orderBy(desc(day))
    .limit(14);

/** Everything that was asked on a day in Korea (YYYYMMDD), in the order of asking. */
export const stepsOn = (queries: Queries, on: string): Promise<OrderStep[]> =>
  queries
    .select()
    .from(orderSteps)
    .where(and(eq(day, on), ne(orderSteps.state, 'planned')))
    .orderBy(asc(orderSteps.askedAt), asc(orderSteps.orderId), asc(orderSteps.number));
