import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseFailed } from '../services/transact';

/**
 * Explains an error to the operator in one line. The error of a failed statement quotes the statement and its values,
 * so its cause is given instead. A connection that fails at every address of a host has no message of its own.
 */
export function explain(error: unknown): string {
  if (error instanceof DrizzleQueryError || error instanceof DatabaseFailed) return explain(error.cause);
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
