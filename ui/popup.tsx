/** Puts the pieces together: what the host says, the keyboard and the browser go in, a screen comes out. */
import { h, render } from 'preact';
import * as text from 'words';
import { createEffects, focusOn, isLargeText, lastMethodAt } from './effects';
import type { Effect } from './events';
import { firstState, type State } from './flow';
import { watchHand } from './hand';
import { draw } from './screens/screens';
import { isSkeleton, updateSkeleton, wakeSkeleton } from './skeleton';
import { createStore, type Send } from './store';

function clear(root: HTMLElement): void {
  while (root.firstChild) root.removeChild(root.firstChild);
}

function start(root: HTMLElement): void {
  let send: Send;
  let run: (effect: Effect) => void;
  let isDrawn = false;

  const show = (state: State): void => {
    document.documentElement.className = state.largeText ? 'large-text' : '';
    if (!isDrawn && isSkeleton(state)) {
      updateSkeleton(state);
      return;
    }
    const isFirst = !isDrawn;
    // Preact needs an empty element in Internet Explorer 8.
    if (isFirst) clear(root);
    isDrawn = true;
    render(draw({ state, send }), root);
    // What had the focus was in the skeleton.
    if (isFirst && state.shown) focusOn('title');
    // Browsers lay out nothing that is hidden; a prepared screen would be laid out only when it is shown.
    if (!state.shown) root.scrollTop = 0;
  };
  const first = firstState(isLargeText());
  send = createStore(first, show, (effect) => run(effect));

  document.addEventListener('keydown', (event) => {
    const { key } = event;
    // While a syllable is being composed, Esc is the input method's.
    if ((key === 'Escape' || key === 'Esc') && !event.isComposing) send({ type: 'CLOSE_PRESSED' });
    const { tagName, id } = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Other fields take what is typed by themselves.
    if (/^(INPUT|SELECT)$/.test(tagName) && id !== 'pin') return;
    const isDigit = /^\d$/.test(key);
    if (!isDigit && key !== 'Backspace') return;
    // Otherwise a field that gets the focus meanwhile has the digit twice, and in older browsers Backspace is Back.
    event.preventDefault();
    send(isDigit ? { type: 'DIGIT_TYPED', digit: Number(key) } : { type: 'ERASED' });
  });
  const cameBack = (): void => send({ type: 'CAME_BACK' });
  window.addEventListener('online', cameBack);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) send({ type: 'RESTORED' });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') cameBack();
  });

  run = createEffects(send, window.early.tellHost);
  watchHand(send);
  wakeSkeleton(send);
  show(first);
  // Last, for what the page has said already is heard at once.
  window.early.takeOver((event) =>
    send('transaction' in event ? { ...event, lastMethod: lastMethodAt(event.origin) } : event),
  );
}

/** Starts the popup in the document's element for it, or says that it cannot be opened by itself. */
export function open(): void {
  const root = document.getElementById('popup') as HTMLElement;
  // biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
  if (window.parent == window) {
    clear(root);
    render(<p class="sheet body">{text.notFramed}</p>, root);
  } else start(root);
}
