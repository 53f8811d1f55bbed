import type { ToFrame, ToHost } from '../contract/messages';

/**
 * What is said to the popup's frame, and heard from it. Any window may send this page anything: a message counts only
 * when it comes from the frame, from the front server's origin, and has the shape of one. Everything else is dropped in
 * silence.
 */

/** Sends a message to the popup in a frame, and to nobody who may have taken its place. */
export function say(frame: HTMLIFrameElement, origin: string, message: ToFrame): void {
  // A frame that the page has removed has no window.
  if (frame.contentWindow) frame.contentWindow.postMessage(JSON.stringify(message), origin);
}

/** Whether a value can have properties. */
export const isObject = (value: unknown): value is object => Object(value) === value;

/** The message of the popup in this frame that an event brings; undefined when it brings none. */
export function messageFrom(frame: HTMLIFrameElement, origin: string, event: MessageEvent): ToHost | undefined {
  // Internet Explorer 8 has more than one object for a window, and only == knows that they are the same.
  if (event.source == frame.contentWindow && event.origin === origin) {
    try {
      const message = JSON.parse(event.data);
      const { type, result } = message;
      const isOutcome =
        (type === 'AUTHENTICATED' && isObject(result)) || (type === 'FAILED' && isObject(result.errorObject));
      if (type === 'READY' || isOutcome) return message;
    } catch (_nonsense) {
      // Nothing that the popup says.
    }
  }
  return undefined;
}
