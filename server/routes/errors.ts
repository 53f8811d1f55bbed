import type { FastifyError, FastifyRequest } from 'fastify';
import { ERRORS, type ErrorCode, type ErrorRow } from '../../contract/errors';
import type { FrontRefusal } from '../../contract/front-api';
import { type Locale, localeFor } from '../../contract/locales';
import type { ErrorObject } from '../../contract/result';
import type { Context } from '../context';
import { Refusal } from '../services/refusal';
import { DatabaseFailed, sqlState } from '../services/transact';

/** The contract's size limits, in characters (a Hangul syllable is 1). */
const MESSAGE_SIZE = 128;
const DETAIL_SIZE = 256;

const cut = (text: string, size: number): string => [...text].slice(0, size).join('');

/** Returns a code's row of the error table in one language, as every API sends it. */
export function errorObject(code: ErrorCode, locale: Locale, detail = '', note = ''): ErrorObject {
  const message = note === '' ? ERRORS[code][locale] : `${ERRORS[code][locale]} ${note}`;
  return { errorCode: code, errorMessage: cut(message, MESSAGE_SIZE), errorDetailMessage: cut(detail, DETAIL_SIZE) };
}

/** Returns the fields that have a value. */
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** The language for a caller without a session or merchant, from Accept-Language. */
export const localeByHeader = (request: FastifyRequest): Locale => localeFor(request.headers['accept-language'] ?? '');

/** A refusal as an HTTP response. The popup is told the shopper's trouble as well. */
export interface HttpRefusal {
  status: number;
  body: Omit<FrontRefusal, 'trouble'>;
  /** In seconds, for `Retry-After`. */
  retryAfter?: number | undefined;
}

/** Returns a refusal's HTTP status and body. Merchant calls send only its `errorObject`. */
export function httpRefusal({ code, details }: Refusal, locale: Locale): HttpRefusal {
  const { status, next, field, outcome }: ErrorRow = ERRORS[code];
  const { detail, note, attemptsLeft, step, isAhead } = details;
  return {
    status: details.status ?? status,
    body: {
      errorObject: errorObject(code, locale, detail, note),
      next: details.next ?? next,
      ...present({ field, outcome, attemptsLeft, step, isAhead }),
    },
    retryAfter: details.retryAfter,
  };
}

/** What is safe to log of an unexpected error. Never its message, which may quote input. */
const safely = (error: unknown) => {
  const { name: kind, stack } = error instanceof Error ? error : new Error('not an error');
  return {
    kind,
    at: (stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12),
  };
};

const ACCEPTED = 'text/plain for the calls of merchants, application/json for all others';

/** Converts Fastify's error for an invalid body or header to a refusal. */
function malformed(error: FastifyError): Refusal | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('1000', { detail: 'The body is too large', status: 413 });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Refusal('1000', { detail: `The content type is not accepted: ${ACCEPTED}` });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal('1000', { detail: 'The body cannot be read' });
  }
  return undefined;
}

/**
 * Converts any error to a refusal: a Refusal stays as it is, an unreadable body becomes 1000, a database failure 5000,
 * and any unexpected error 9999. The last two are logged with `id`, which the response repeats in `errorDetailMessage`.
 */
export function asRefusal(error: unknown, context: Context, id: string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof DatabaseFailed) {
    context.log.error({ id, sqlState: sqlState(error), cause: safely(error.cause) }, 'the database failed');
    return new Refusal('5000', { detail: id });
  }
  const refused = malformed(error as FastifyError);
  if (refused) return refused;
  context.log.error({ id, error: safely(error) }, 'unforeseen');
  return new Refusal('9999', { detail: id });
}
