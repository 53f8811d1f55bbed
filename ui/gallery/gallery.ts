/**
 * The sandbox's gallery: the popup's screens in a state of the list, without a page around it and without a server.
 * Nothing that is shipped has it.
 */
import { render } from 'preact';
import { focusOn } from '../effects';
import type { Event } from '../events';
import type { State } from '../flow';
import { draw } from '../screens/screens';
import { createStore } from '../store';
import { STATES } from './states';

export const names: string[] = Object.keys(STATES);

/** How a shopper may see a state. */
interface Look {
  largeText?: boolean;
  takesFocus?: boolean;
}

/** Draws a state into an element. From there the reducer goes on, and calls are not answered. */
export function show(root: HTMLElement, name: string, { largeText = false, takesFocus = true }: Look = {}): void {
  const moment = STATES[name];
  if (!moment) throw new Error(`The gallery has no state "${name}".`);
  const first: State = { ...moment.state, largeText };
  const send = createStore(first, drawState, (effect) => {
    if (effect.type === 'focus') focusOn(effect.target);
  });
  function drawState(state: State): void {
    document.documentElement.className = state.largeText ? 'large-text' : '';
    render(draw({ state, send: (event: Event) => send(event) }), root);
  }
  // Whatever has been shown before must not be taken for an earlier state of this.
  render(null, root);
  drawState(first);
  if (takesFocus) focusOn(moment.focus);
}
