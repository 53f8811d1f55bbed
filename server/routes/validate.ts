import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../services/refusal';

interface SchemaError {
  instancePath: string;
  message: string;
  params: { requiredProperties?: string[]; allowedValue?: unknown; allowedValues?: unknown[] };
}

/** Returns the dotted name of the first field and what is wrong with it. Never the value. */
function say(errors: SchemaError[]): string {
  const [error] = errors;
  if (!error) return 'The body is not valid';
  const field = error.instancePath.slice(1).replaceAll('/', '.');
  const [missing] = error.params.requiredProperties ?? [];
  if (missing !== undefined) return `${field === '' ? '' : `${field}.`}${missing} is missing`;
  // A choice is an error for each of its values.
  const allowed = errors
    .filter(({ instancePath }) => instancePath === error.instancePath)
    .flatMap(({ params: { allowedValue, allowedValues = [] } }) => [allowedValue, ...allowedValues]);
  const values = new Set(allowed.filter((value) => value !== undefined).map((value) => JSON.stringify(value)));
  if (values.size > 0) return `${field} must be ${[...values].join(' or ')}`;
  return `${field === '' ? 'The body' : field} ${error.message}`;
}

/** What PostgreSQL cannot store as text: NUL, and unpaired surrogates. */
const UNSTORABLE = /\p{Cs}|\0/u;

/** Returns the dotted name of the first string that cannot be stored, or undefined. */
function unstorable(value: unknown, name = ''): string | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? name : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorable(part, name === '' ? key : `${name}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Returns a function that checks bodies against a schema, without changing or coercing anything. It throws 400/1000 for
 * the first field that is missing or invalid, named in `errorDetailMessage`.
 */
export function bodyCheck<S extends TSchema>(schema: S): (body: unknown) => Static<S> {
  const validator = Compile(schema);
  return (body) => {
    if (validator.Check(body)) {
      const field = unstorable(body);
      if (field === undefined) return body as Static<S>;
      throw new Refusal('1000', { detail: `${field} contains invalid characters` });
    }
    throw new Refusal('1000', { detail: say(validator.Errors(body) as SchemaError[]) });
  };
}
