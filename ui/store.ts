import type { Effect, Event } from './events';
import type { State } from './flow';
import { reduce } from './reduce';

/** Tells the store what happened. */
export type Send = (event: Event) => void;

/** The front server can work on a call while the screen is drawn. */
const goesOutBeforeDrawing = ({ type }: Effect): boolean => type === 'abort' || type === 'send';

/**
 * Holds the state. An event goes through the reducer, its calls to the front server go out, the screen is drawn, then
 * its other effects are run. What happens meanwhile waits its turn.
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
        effects.filter(goesOutBeforeDrawing).forEach(run);
        draw(state);
        effects.filter((effect) => !goesOutBeforeDrawing(effect)).forEach(run);
      }
    } finally {
      working = false;
    }
  };
}
