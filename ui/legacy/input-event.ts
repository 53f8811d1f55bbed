/**
 * The `input` event: Internet Explorer 8 has none, 9 forgets it when something is deleted or cut. No feature tells the latter.
 * What may change the value is listened for instead; a moment later it is looked at.
 */

const CHANGING = ['keydown', 'keyup', 'cut', 'paste', 'drop', 'blur'];

const isMissing = Number((document as { documentMode?: number }).documentMode) < 10;

function watch(input: HTMLInputElement, listener: (event: object) => void): void {
  let seen = input.value;
  const look = (): void => {
    if (input.value === seen) return;
    seen = input.value;
    listener.call(input, { type: 'input', target: input, currentTarget: input });
    // The listener may have put separators in.
    seen = input.value;
  };
  CHANGING.forEach((type) => {
    input.addEventListener(type, () => {
      look();
      // Most of them come before the value changes.
      setTimeout(look, 0);
    });
  });
}

export function withInputEvent<T extends Element>(element: T): T {
  if (isMissing && /^input$/i.test(element.tagName)) {
    const addNative = element.addEventListener;
    element.addEventListener = function (this: HTMLInputElement, type: string, listener: () => void) {
      if (type === 'input') watch(this, listener);
      else addNative.call(this, type, listener);
    } as T['addEventListener'];
  }
  return element;
}
