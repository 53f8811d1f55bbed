/**
 * The `input` event: Internet Explorer 8 has none, 9 forgets it when something is deleted or cut. No feature tells the latter.
 * What may change the value is listened for instead; a moment later it is looked at.
 */

/** What comes before a change of the value. */
const CHANGING = ['keydown', 'cut', 'paste', 'drop'];

const isMissing = Number((document as { documentMode?: number }).documentMode) < 10;

function watch(input: HTMLInputElement, listener: (event: object) => void): void {
  let before = input.value;
  let isDue = false;
  const look = (): void => {
    isDue = false;
    if (input.value === before) return;
    before = input.value;
    listener.call(input, { type: 'input', target: input, currentTarget: input });
    // The listener may have put separators in.
    before = input.value;
  };
  const expect = (): void => {
    if (isDue) look();
    // Not what was seen last: the popup itself may have emptied the field since, and that is no typing.
    before = input.value;
    isDue = true;
    setTimeout(look, 0);
  };
  CHANGING.forEach((type) => {
    input.addEventListener(type, expect);
  });
  input.addEventListener('focus', () => {
    before = input.value;
  });
  ['keyup', 'blur'].forEach((type) => {
    input.addEventListener(type, (event) => {
      // The key that sends the form goes up when the answer may be there already.
      if ((event as KeyboardEvent).keyCode !== 13) look();
    });
  });
}

/** A box that is ticked says `change` only when the focus leaves it. */
function watchTick(input: HTMLInputElement, listener: (event: object) => void): void {
  input.addEventListener('click', () => {
    listener.call(input, { type: 'change', target: input, currentTarget: input });
  });
}

export function withInputEvent<T extends Element>(element: T): T {
  if (isMissing && /^input$/i.test(element.tagName)) {
    const addNative = element.addEventListener;
    element.addEventListener = function (this: HTMLInputElement, type: string, listener: () => void) {
      if (type === 'input') watch(this, listener);
      else if (type === 'change') watchTick(this, listener);
      else addNative.call(this, type, listener);
    } as T['addEventListener'];
  }
  return element;
}
