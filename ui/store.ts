import type { Effect, Event, State } from './flow';
import { reduce } from './reduce';

/** Tells the store what happened. */
export type Send = (event: Event) => void;

/**
 * Holds the state. An event goes through the reducer, then the screen is drawn, then its effects are run; what happens
 * meanwhile waits its turn.
 */
export function createStore(first: State, draw: (state: State) => void, run: (effect: Effect) => void): Send {
  const waiting: Event[] = [];
  let state = first;
  let working = false;
  return (event) => {
    waiting.push(event);
    if (working) return;
    working = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [after, ...effects] = reduce(state, next);
        state = after;
        draw(state);
        effects.forEach(run);
      }
    } finally {
      working = false;
    }
  };
}
