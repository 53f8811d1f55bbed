/**
 * Internet Explorer 8 has attachEvent instead of addEventListener: other names, no `target`, no `this`, no `key`, no
 * preventDefault. Its elements have no prototype that could be extended in every mode, so each gets its method when it is made.
 */

type Listener = (event: Event) => void;

interface Old {
  attachEvent(name: string, listener: (event: OldEvent) => void): void;
}

/** An event of attachEvent: what it has, and what we put into it. Each listener gets an object of its own. */
interface OldEvent {
  srcElement: EventTarget | null;
  keyCode: number;
  returnValue: boolean;
  key?: string;
  target?: EventTarget | null;
  currentTarget?: EventTarget;
  preventDefault?(): void;
}

/** The keys that the popup listens for, on both blocks of digits. */
function keyOf({ keyCode }: OldEvent): string {
  if (keyCode === 27) return 'Escape';
  if (keyCode === 8) return 'Backspace';
  const digit = keyCode - (keyCode < 96 ? 48 : 96);
  return digit >= 0 && digit < 10 ? `${digit}` : '';
}

function addEventListener(this: Old & EventTarget, type: string, listener: Listener): void {
  this.attachEvent(`on${type}`, (event) => {
    event.target = event.srcElement || this;
    event.currentTarget = this;
    event.key = keyOf(event);
    event.preventDefault = () => {
      event.returnValue = false;
    };
    listener.call(this, event as unknown as Event);
  });
}

const attaches = !window.addEventListener;

/** Gives an element, or the window, its addEventListener where it has none. */
export function withListeners<T extends EventTarget>(target: T): T {
  if (attaches) target.addEventListener = addEventListener as unknown as T['addEventListener'];
  return target;
}

withListeners(window);
withListeners(document);
