/**
 * Internet Explorer 8 has attachEvent instead of addEventListener: other names, no `this`, an event without target, key
 * and preventDefault. Its elements have no prototype that could be extended in every mode, so each gets its method when
 * it is made. Nobody here takes a listener back, so nobody can.
 */

/** An event of attachEvent, and of the window's postMessage. */
interface OldEvent {
  srcElement?: EventTarget | null;
  keyCode?: number;
  ctrlKey?: boolean;
  altKey?: boolean;
  data?: string;
  origin?: string;
  source?: unknown;
  returnValue?: boolean;
}

interface OldTarget {
  attachEvent(name: string, listener: (event: OldEvent) => void): void;
}

/** The keys that the popup listens for, on both blocks of digits. */
function keyOf(keyCode = 0): string {
  if (keyCode === 27) return 'Esc';
  if (keyCode === 8) return 'Backspace';
  const digit = keyCode - (keyCode < 96 ? 48 : 96);
  return digit >= 0 && digit < 10 ? `${digit}` : '';
}

function addEventListener(this: OldTarget, type: string, listener: (event: object) => void): void {
  this.attachEvent(`on${type}`, (event) => {
    const { srcElement, keyCode, ctrlKey, altKey, data, origin, source } = event;
    listener.call(this, {
      type,
      target: srcElement || this,
      currentTarget: this,
      key: keyOf(keyCode),
      ctrlKey,
      altKey,
      data,
      origin,
      source,
      preventDefault() {
        event.returnValue = false;
      },
    });
  });
}

const isMissing = !window.addEventListener;

/** Gives an element, or the window, its addEventListener where it has none. */
export function withListeners<T extends EventTarget>(target: T): T {
  if (isMissing) target.addEventListener = addEventListener as unknown as T['addEventListener'];
  return target;
}

withListeners(window);
withListeners(document);
