import { expect, test } from 'vitest';
import type { Effect, Event, State } from '../../ui/flow';
import { reduce } from '../../ui/reduce';

/** One transition: in this state this happens; what the next state is like, and exactly what is to be done. */
export type Row = [title: string, state: State, event: Event, next: object, effects?: Effect[]];

const NOTHING = Symbol('nothing');
/** For the `next` of a row in which nothing at all changes. */
export const UNCHANGED = { [NOTHING]: true };

/** Makes each row a test. */
export const check = (rows: Row[]): void => {
  test.each(rows)('%s', (_title, state, event, next, effects = []) => {
    const [after, ...done] = reduce(state, event);
    if (next === UNCHANGED) expect(after).toBe(state);
    else expect(after).toMatchObject(next);
    expect(done).toEqual(effects);
  });
};

export const focus = (target: string): Effect => ({ type: 'focus', target }) as Effect;
export const keep = (count: number): Effect => ({ type: 'keepEntries', count });
export const slow = (id: number): Effect => ({ type: 'wait', timer: 'SLOW', id, ms: 10_000 });
export const send = (call: string, request: object, id = 8): Effect =>
  ({ type: 'send', id, call, request: { session: 'S', ...request } }) as Effect;
export const failed = (errorCode: string): Effect =>
  ({
    type: 'leave',
    message: { type: 'FAILED', result: { errorObject: expect.objectContaining({ errorCode }) } },
  }) as Effect;
