import { MERCHANT_CALLS, type MerchantCall, type PointCall, type ResultResponse } from '../contract/merchant-api';

/** The subset of JSON Schema that describes responses. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** The value of a missing field. */
  readonly default?: unknown;
  /** An object, or null. */
  readonly anyOf?: readonly Schema[];
}

/**
 * Returns the fields of a call's response, with their types checked and unknown fields removed. `unreadable` creates
 * the error to throw.
 */
export const answerOf = (call: MerchantCall, answer: object, unreadable: (detail: string) => Error) =>
  fieldsOf(MERCHANT_CALLS[call].response, answer, unreadable);

function fieldsOf(schema: Schema, answer: object, unreadable: (detail: string) => Error): Record<string, unknown> {
  const given: Readonly<Record<string, unknown>> = { ...answer };
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const value = given[name] ?? field.default;
    const object = field.anyOf?.find(({ type }) => type === 'object');
    if (object) fields[name] = value == null ? null : fieldsOf(object, Object(value), unreadable);
    else {
      const wanted = field.type === 'integer' ? 'number' : field.type;
      if (typeof value !== wanted) throw unreadable(`${name}: expected ${wanted}`);
      fields[name] = value;
    }
  }
  return fields;
}

/** Returns the fields of a call's response that a `/result` response contains, or the name of the first missing one. */
export function answerFromResult(call: PointCall, result: ResultResponse): Record<string, unknown> | string {
  const fields: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(MERCHANT_CALLS[call].fromResult)) {
    const value = path.split('.').reduce<unknown>((inner, key) => Object(inner)[key], result);
    if (value === undefined) return path;
    fields[name] = value;
  }
  return fields;
}
