import type { FastifyError, FastifyRequest } from 'fastify';
import { ERRORS, type ErrorCode, type ErrorRow } from '../../contract/errors';
import type { FrontRefusal } from '../../contract/front-api';
import { type Locale, localeFor } from '../../contract/locales';
import type { ErrorObject } from '../../contract/result';
import type { Context } from '../context';
import { Refusal } from '../services/refusal';
import { DatabaseFailed, sqlState } from '../services/transact';

/** Sizes of the contract, in characters (a Hangul syllable is 1). */
const MESSAGE_SIZE = 128;
const DETAIL_SIZE = 256;

const cut = (text: string, size: number): string => [...text].slice(0, size).join('');

/** The table's line in a language, as it goes over every wire. */
export function errorObject(code: ErrorCode, locale: Locale, detail = '', note = ''): ErrorObject {
  const message = note === '' ? ERRORS[code][locale] : `${ERRORS[code][locale]} ${note}`;
  return { errorCode: code, errorMessage: cut(message, MESSAGE_SIZE), errorDetailMessage: cut(detail, DETAIL_SIZE) };
}

/** Of these fields, those that have a value. */
const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** The language of a caller of whom nothing else is known. */
export const localeByHeader = (request: FastifyRequest): Locale => localeFor(request.headers['accept-language'] ?? '');

/** What a refusal is in HTTP. */
export interface HttpRefusal {
  status: number;
  body: FrontRefusal;
  /** Seconds, for `Retry-After`. */
  retryAfter?: number | undefined;
}

/** A refusal as status and body; a merchant's answer carries only its `errorObject`. */
export function httpRefusal({ code, details }: Refusal, locale: Locale): HttpRefusal {
  const { status, next, field, outcome }: ErrorRow = ERRORS[code];
  const { detail, note, attemptsLeft, step, isAhead } = details;
  const shopperMessage = note && ERRORS[code][locale];
  return {
    status: details.status ?? status,
    body: {
      errorObject: errorObject(code, locale, detail, note),
      next,
      ...present({ shopperMessage, field, outcome, attemptsLeft, step, isAhead }),
    },
    retryAfter: details.retryAfter,
  };
}

/** What is safe to say of an error that nobody foresaw: never its message, which may quote what was typed. */
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

/** A body or header that Fastify refused before any rule saw it. */
function malformed(error: FastifyError): Refusal | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('1000', { detail: 'The body is too large', status: 413 });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Refusal('1000', { detail: 'The content type is not accepted' });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal('1000', { detail: 'The body cannot be read' });
  }
  return undefined;
}

/**
 * Any error as a refusal: a Refusal itself, 1000 for a body that cannot be read, 5000 when the database failed, 9999 for what
 * nobody foresaw. The last two are logged, 9999 with an id that the shopper sees in `errorDetailMessage`.
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
