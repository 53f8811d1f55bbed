import { type Finding, finding } from './finding';

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

/** What a style of the page would do to the popup's dialog and frame. Empty if nothing. */
function hiding(element: HTMLElement): string {
  const { display, visibility, opacity, pointerEvents } = getComputedStyle(element);
  if (display === 'none') return 'display: none';
  if (visibility === 'hidden') return 'visibility: hidden';
  if (opacity === '0') return 'opacity: 0';
  return pointerEvents === 'none' ? 'pointer-events: none' : '';
}

/** Puts a dialog with a frame where the layer will be, and looks at what the page does to it. */
export async function checkModals(): Promise<Finding[]> {
  const found: Finding[] = [];
  const root = document.documentElement;
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  const frame = document.createElement('iframe');
  dialog.tabIndex = -1;
  dialog.append(frame);
  root.append(dialog);
  dialog.show();

  for (const element of [dialog, frame]) {
    const style = hiding(element);
    const name = element.localName;
    if (style) found.push(finding('modal', `a style sheet says ${name} { ${style} }`, 'name a class in its selector'));
  }
  if (root.inert) {
    found.push(finding('modal', 'html is inert, and the popup with it', 'make only the content of body inert'));
  } else {
    dialog.focus();
    await nextTask();
    if (document.activeElement !== dialog) {
      const change = 'close your modal or its focus trap before show()';
      found.push(finding('modal', 'the page takes the focus back', change));
    }
  }

  dialog.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return found;
}
