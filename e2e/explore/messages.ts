import fc from 'fast-check';
import { encode, type ToFrame, type ToHost } from '../../contract/messages';

const OUTCOME = { ocbUseTrAuthToken: 'forged'.repeat(20), mctAmount: 1, dutumPoint: 0, usePoint: 1, errorObject: null };
const ERROR = { errorCode: '9999', errorMessage: '', errorDetailMessage: '' };

/** One of each kind, as the protocol has them. */
const TO_FRAME: ToFrame[] = [
  { type: 'PREPARE', mctTrToken: 'forged', userAuthToken: '', locale: 'ko' },
  { type: 'OPEN', mctTrToken: 'forged', userAuthToken: '', locale: 'ko' },
  { type: 'OPEN' },
  { type: 'CLOSE' },
];
const TO_HOST: ToHost[] = [
  { type: 'READY' },
  { type: 'AUTHENTICATED', result: OUTCOME },
  { type: 'FAILED', result: { errorObject: ERROR } },
];

const TYPES = [...TO_FRAME, ...TO_HOST].map(({ type }) => type);
const FIELDS = ['mctTrToken', 'userAuthToken', 'locale', 'result', 'errorObject', 'type'];

const oddString = fc.oneof(
  { weight: 50, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 50,
    // Half of a character, as a string that was cut has it.
    arbitrary: fc.constantFrom('', '\ud800', '__proto__', 'constructor', 'hasOwnProperty', '\u0000', '{', 'null', '[]'),
  },
  { weight: 1, arbitrary: fc.constant('x'.repeat(100_000)) },
);
const oddKey = fc.constantFrom(...FIELDS, '__proto__', 'constructor', 'prototype', 'toJSON', 'then', 'length');
/** What JSON can say. */
const oddValue = fc.oneof(
  oddString,
  fc.constantFrom(null, true, false, 0, -1, 1e308, 5),
  fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }),
  fc.dictionary(oddKey, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
);

const mutated = fc
  .tuple(fc.constantFrom<object>(...TO_FRAME, ...TO_HOST), fc.dictionary(oddKey, oddValue, { minKeys: 1, maxKeys: 3 }))
  .map(([message, changes]) => ({ ...message, ...changes }));
const withoutField = fc
  .tuple(fc.constantFrom<object>(...TO_FRAME, ...TO_HOST), fc.constantFrom(...FIELDS))
  .map(([message, field]) => Object.fromEntries(Object.entries(message).filter(([name]) => name !== field)));
const nearlyType = fc
  .tuple(fc.constantFrom(...TYPES), fc.constantFrom(' ', '\u0000', 's', '_'))
  .map(([type, more]) => ({ type: type + more }));
const deep = fc
  .tuple(
    fc.oneof({ weight: 20, arbitrary: fc.constant(100) }, { weight: 1, arbitrary: fc.constant(10_000) }),
    fc.constantFrom('[', '{"type":', '{"result":'),
  )
  .map(([depth, opening]) => opening.repeat(depth));

/**
 * A message of any shape: right ones, nearly right ones, and what has nothing to do with the protocol. JSON can say all
 * of them.
 */
export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...TO_FRAME.map(encode), ...TO_HOST.map(encode)) },
  { weight: 4, arbitrary: mutated.map((message) => JSON.stringify(message)) },
  { weight: 2, arbitrary: withoutField.map((message) => JSON.stringify(message)) },
  { weight: 1, arbitrary: nearlyType.map((message) => JSON.stringify(message)) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: oddString },
  { weight: 1, arbitrary: oddValue },
  { weight: 1, arbitrary: mutated },
);

/** The object that a message has in it, as both ends look for one. */
function objectIn(message: unknown): Record<string, unknown> | undefined {
  try {
    const found: unknown = typeof message === 'string' ? JSON.parse(message) : undefined;
    return found && typeof found === 'object' ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether the page may take it for an outcome, when the popup itself sends it. */
export function isOutcome(message: unknown): boolean {
  const { type, result } = objectIn(message) ?? {};
  return (
    (type === 'AUTHENTICATED' && isObject(result)) ||
    (type === 'FAILED' && isObject(result) && isObject(result.errorObject))
  );
}

/** Whether the popup may obey it, or answer that its tokens are wrong, when the page itself sends it. */
export const isCommand = (message: unknown): boolean => TO_FRAME.some(({ type }) => type === objectIn(message)?.type);
