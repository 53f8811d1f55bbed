import type { EventName } from '../contract/result';
import { warn } from './developer-console';

/** The listeners of one instance. */
export interface Listeners {
  /** Adds a listener: of an event, or of every event when it is the first argument. */
  on(eventNameOrListener: unknown, listener?: unknown): void;
  /** Removes what `on` added with the same arguments. */
  off(eventNameOrListener: unknown, listener?: unknown): void;
  /** Calls the listeners of an event when there is a result, and returns whether there are any. */
  _tell(eventName: EventName, result?: object): boolean;
}

type Callback = (...given: unknown[]) => void;

/** `_name` is that of its event; empty for a listener of every event. */
export interface Listener {
  _name: string;
  _call: Callback;
}

const EVENT_NAME = /^(POINTS_AUTH(ENTICATED|_FAILED))?$/;

/** The specification's sample writes the names of events with spaces. */
const listenerFrom = (first: unknown, second: unknown): Listener =>
  typeof first === 'function'
    ? { _name: '', _call: first as Callback }
    : { _name: String(first).replace(/ /g, '_'), _call: second as Callback };

/**
 * In a task of its own: a listener that throws keeps nothing from the others, and its error reaches the page's
 * `onerror`.
 */
const callLater = (call: Callback, given: unknown[]): void => {
  setTimeout(() => call.apply(undefined, given), 0);
};

/** Listeners, none yet. */
export function createListeners(): Listeners {
  const all: Listener[] = [];
  return {
    on(first, second) {
      const listener = listenerFrom(first, second);
      const isFunction = typeof listener._call === 'function';
      if (isFunction) all.push(listener);
      if (!isFunction || !EVENT_NAME.test(listener._name))
        warn('on(): unknown event or no function: ' + listener._name);
    },
    off(first, second) {
      const { _name: name, _call: call } = listenerFrom(first, second);
      for (let i = all.length - 1; i >= 0; i -= 1) {
        const listener = all[i] as Listener;
        if (listener._name === name && listener._call === call) all.splice(i, 1);
      }
    },
    _tell(eventName, result) {
      let isHeard = false;
      for (let i = 0; i < all.length; i += 1) {
        const { _name: name, _call: call } = all[i] as Listener;
        if (name && name !== eventName) continue;
        isHeard = true;
        if (result) callLater(call, name ? [result] : [eventName, result]);
      }
      return isHeard;
    },
  };
}
