import type { Locale } from '../../contract/locales';
import type { MerchantCall } from '../../contract/merchant-api';
import { fieldWords } from './field-words';
import { say, type Words } from './words';

/** The subset of JSON Schema that the contract's schemas use. */
export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  anyOf?: readonly JsonSchema[];
  const?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  description?: string;
}

/** One row of the field table. Fields of nested objects have dotted names. */
export interface Field {
  name: string;
  type: string;
  isRequired: boolean;
  about: string;
}

const DIGITS = say('string of digits', '숫자로 된 문자열');
const STRING = say('string', '문자열');
const SIZE = say('{n} characters', '{n}자');
const INTEGER = say('integer', '정수');
const OBJECT = say('object', '객체');

/** Describes the values that a field accepts. Sizes are in characters. */
function typeOf(schema: JsonSchema, locale: Locale): string {
  const word = (words: Words) => words[locale];
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, locale)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.pattern !== undefined && schema.maxLength === undefined) return word(DIGITS);
  switch (schema.type) {
    case 'string': {
      const { minLength = 0, maxLength } = schema;
      return `${word(STRING)}, ${word(SIZE).replace('{n}', `${minLength}–${maxLength}`)}`;
    }
    case 'integer':
      return `${word(INTEGER)} ≥ ${schema.minimum}`;
    case 'object':
      return word(OBJECT);
    default:
      return 'null';
  }
}

/** Returns the object schema in a schema that is an object, or an object or null. */
const objectIn = (schema: JsonSchema): JsonSchema | undefined =>
  schema.properties ? schema : schema.anyOf?.find((one) => one.properties);

/** Lists the fields of a schema in order, each followed by its nested fields. */
export function fieldsOf(schema: JsonSchema, call: MerchantCall | undefined, locale: Locale): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inside = objectIn(field);
    return [
      {
        name,
        type: typeOf(field, locale),
        isRequired: schema.required?.includes(name) ?? false,
        about: fieldWords(call, name)[locale],
      },
      ...(inside ? fieldsOf(inside, call, locale) : []).map((one) => ({ ...one, name: `${name}.${one.name}` })),
    ];
  });
}

/** Returns the schema with a description for every field. */
export function described(schema: JsonSchema, call: MerchantCall | undefined, locale: Locale): JsonSchema {
  const { properties, anyOf, ...rest } = schema;
  const fields = Object.entries(properties ?? {}).map(([name, field]) => [
    name,
    { description: fieldWords(call, name)[locale], ...described(field, call, locale) },
  ]);
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(fields) }),
    ...(anyOf && { anyOf: anyOf.map((one) => described(one, call, locale)) }),
  };
}
