import { createStore as create } from '../store';
import { tellWhatWasTyped } from './input-event';

/**
 * In place of `ui/store.ts`: where a key is told a turn after it has changed a field (`input-event.ts`), a clock's turn
 * may come first, and on a slow machine often does. Whatever happens, what was typed before it has happened before.
 */
export const createStore: typeof create = (first, draw, run) => {
  const send = create(first, draw, run);
  return (event) => {
    tellWhatWasTyped();
    send(event);
  };
};
