/**
 * The `input` event: Internet Explorer 8 has none, 9 forgets it when something is deleted or cut. No feature tells the
 * latter. After all that may change the value it is told; a field hears only what is not what it shows
 * (`ui/parts/fields.tsx`).
 */

/** What comes before a change of the value. */
const CHANGING = ['keydown', 'cut', 'paste', 'drop'];

const isMissing = Number((document as { documentMode?: number }).documentMode) < 10;

type Listener = (event: object) => void;

/** Tells of what was typed last; the turn for that may be still to come. */
let tellLastChange: (() => void) | undefined;

/**
 * Tells at once what was typed last, if nobody has; once, for what is told comes back here before it is drawn
 * (`store.ts`).
 */
export function tellWhatWasTyped(): void {
  const tellNow = tellLastChange;
  tellLastChange = undefined;
  if (tellNow) tellNow();
}

const tell = (input: HTMLInputElement, type: string, listener: Listener) => (): void =>
  listener.call(input, { type, target: input, currentTarget: input });

function watch(input: HTMLInputElement, listener: Listener): void {
  const tellNow = tell(input, 'input', listener);
  CHANGING.forEach((type) => {
    input.addEventListener(type, () => {
      tellLastChange = tellNow;
      setTimeout(tellNow, 0);
    });
  });
  ['keyup', 'blur'].forEach((type) => {
    input.addEventListener(type, tellNow);
  });
}

export function withInputEvent<T extends Element>(element: T): T {
  if (isMissing && /^input$/i.test(element.tagName)) {
    const addNative = element.addEventListener;
    // As where the event exists: Preact looks for it to know how its name is written.
    (element as Element as HTMLInputElement).oninput = null;
    element.addEventListener = function (this: HTMLInputElement, type: string, listener: Listener) {
      if (type === 'input') watch(this, listener);
      // A box that is ticked says `change` only when the focus leaves it.
      else if (type === 'change') this.addEventListener('click', tell(this, type, listener));
      else addNative.call(this, type, listener);
    } as T['addEventListener'];
  }
  return element;
}
