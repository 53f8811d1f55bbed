import { expect, test } from 'vitest';
import type { Effect, Event } from '../../ui/events';
import type { Method, State } from '../../ui/flow';
import { reduce } from '../../ui/reduce';
import { TRANSACTION } from './states';

/**
 * One transition: in this state this happens; what the next state is like, and exactly what is to be done. A state that
 * the reducer itself arrived at is a function, so that the reducer runs in the test.
 */
export type Row = [title: string, state: State | (() => State), event: Event, next: object, effects?: Effect[]];

const NOTHING = Symbol('nothing');
/** For the `next` of a row in which nothing at all changes. */
export const UNCHANGED = { [NOTHING]: true };

/** For what has to be equal, where `next` says only what it is like. */
export const exactly = (value: object): object => expect.toBeOneOf([value]);

/** Makes each row a test. */
export const check = (rows: Row[]): void => {
  test.each(rows)('%s', (_title, state, event, next, effects = []) => {
    const before = typeof state === 'function' ? state() : state;
    const [after, ...done] = reduce(before, event);
    if (next === UNCHANGED) expect(after).toBe(before);
    else expect(after).toMatchObject(next);
    expect(done).toEqual(effects);
  });
};

export const focus = (target: string): Effect => ({ type: 'focus', target }) as Effect;
export const keep = (count: number): Effect => ({ type: 'keepEntries', count });
export const slow = (id: number): Effect => ({ type: 'wait', timer: 'SLOW', id, ms: 10_000 });
export const send = (call: string, request: object, id = 8): Effect =>
  ({ type: 'send', id, call, request: { session: 'S', ...request } }) as Effect;
export const open = (id: number, transaction = TRANSACTION): Effect[] => [
  {
    type: 'send',
    id,
    call: 'open',
    request: { ...transaction, pageOrigin: 'https://shop.test', locale: 'ko' },
  },
  slow(id),
];
export const remember = (method: Method): Effect => ({ type: 'rememberMethod', origin: 'https://shop.test', method });
export const failed = (errorCode: string): Effect =>
  ({
    type: 'leave',
    message: { type: 'FAILED', result: { errorObject: expect.objectContaining({ errorCode }) } },
  }) as Effect;
