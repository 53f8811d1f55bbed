/** Puts the pieces together: what the host says, the keyboard and the browser go in, a screen comes out. */
import { h, render } from 'preact';
import * as text from 'words';
import { createEffects, isLargeText } from './effects';
import { type Effect, firstState, type State } from './flow';
import { talkToHost } from './host';
import { draw } from './screens/screens';
import { createStore } from './store';

function start(root: HTMLElement): void {
  let run: (effect: Effect) => void;
  const show = (state: State): void => {
    document.documentElement.className = state.largeText ? 'large-text' : '';
    render(draw({ state, send }), root);
    // Browsers lay out nothing that is hidden; a prepared screen would be laid out only when it is shown.
    root.scrollTop = 0;
  };
  const first = firstState(isLargeText());
  const send = createStore(first, show, (effect) => run(effect));

  document.addEventListener('keydown', (event) => {
    const { key } = event;
    // While a syllable is being composed, Esc is the input method's.
    if ((key === 'Escape' || key === 'Esc') && !event.isComposing) send({ type: 'CLOSE_PRESSED' });
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).tagName === 'INPUT') return;
    if (/^\d$/.test(key)) send({ type: 'DIGIT_TYPED', digit: Number(key) });
    if (key === 'Backspace') {
      // In older browsers it is Back as well.
      event.preventDefault();
      send({ type: 'ERASED' });
    }
  });
  const cameBack = (): void => send({ type: 'CAME_BACK' });
  window.addEventListener('online', cameBack);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) send({ type: 'RESTORED' });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') cameBack();
  });

  while (root.firstChild) root.removeChild(root.firstChild);
  run = createEffects(send, talkToHost(send));
  show(first);
}

/** Starts the popup in the document's element for it, or says that it cannot be opened by itself. */
export function open(): void {
  const root = document.getElementById('popup') as HTMLElement;
  // biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
  if (window.parent == window) render(<p class="sheet body">{text.notFramed}</p>, root);
  else start(root);
}
