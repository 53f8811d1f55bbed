/**
 * Keeps the focus, and what has it in sight. WebKit: a frame of another origin that nobody has used yet cannot take the
 * focus, and when the page gives it, whatever in the frame has it loses it. The page cannot know that it has it:
 * `document.activeElement` says otherwise.
 */
export function keepFocus(): void {
  let lost: EventTarget | null;
  document.addEventListener('focusout', ({ target }) => {
    lost = target;
    // The page gives the focus in the same task. Whoever leaves a field by hand does not want it back later.
    setTimeout(() => {
      lost = null;
    });
  });
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) ((lost || document.getElementById('title')) as HTMLElement).focus();
  });
  // The keyboard on the screen takes half of it when a field has the focus already.
  window.addEventListener('resize', () => {
    const { activeElement } = document;
    if (activeElement?.tagName === 'INPUT') activeElement.scrollIntoView({ block: 'nearest' });
  });
}
