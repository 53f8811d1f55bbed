import type { Send } from './store';

/**
 * Tells whether the shopper points, or uses keys or a screen reader, whose pointer has no size; on Android it says that
 * it is a mouse. Internet Explorer has no size of it, or no pointer.
 */
export function watchHand(send: Send): void {
  let last = false;
  const tell = (byPointer: boolean) => {
    if (byPointer !== last) send({ type: 'HAND_CHANGED', byPointer });
    last = byPointer;
  };
  document.addEventListener(window.PointerEvent ? 'pointerdown' : 'mousedown', (event) => {
    const { width, pointerType } = event as PointerEvent;
    tell(width !== 0 && !(pointerType === 'mouse' && /Android/.test(navigator.userAgent)));
  });
  document.addEventListener('keydown', ({ target }) => {
    // Whoever types into a field may do so on a screen. In Internet Explorer 8, drawing before the letter is there
    // loses it.
    if ((target as HTMLElement).tagName !== 'INPUT') tell(false);
  });
}
