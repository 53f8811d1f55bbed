/**
 * What the popup does before the rest of it is there, which takes another round trip on a slow link: a small script
 * right behind the opening screen says READY, takes the focus, keeps what the page says, and lets the shopper out.
 */
import * as text from 'words';
import { encode, type ToHost } from '../contract/messages';

declare global {
  interface Window {
    /**
     * Ends what `ui/early.ts` does. Whoever hears the page from now on is given the messages that came meanwhile, too.
     */
    takeOver(hear: (message: MessageEvent) => void): void;
  }
}

/** The end of the URL of a frame that is made for a layer which is visible already: it takes the focus by itself. */
const VISIBLE_FROM_THE_START = '#open';

const CLOSED: ToHost = {
  type: 'FAILED',
  result: {
    errorObject: {
      errorCode: '2002',
      errorMessage: text.errors['2002'],
      errorDetailMessage: 'Closed by the shopper (opening).',
    },
  },
};

/** Neither message has a secret in it, so whatever page is around may hear it. */
const say = (message: ToHost): void => window.parent.postMessage(encode(message), '*');

function start(): void {
  const kept: MessageEvent[] = [];
  let hear = (message: MessageEvent): void => {
    kept.push(message);
  };
  let close = (): void => say(CLOSED);

  window.addEventListener('message', (message) => hear(message));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  (document.getElementById('close') as HTMLElement).onclick = () => close();
  window.takeOver = (hearsFromNowOn) => {
    close = () => {};
    hear = hearsFromNowOn;
    kept.forEach(hear);
  };
  say({ type: 'READY' });
  if (location.hash === VISIBLE_FROM_THE_START) (document.getElementById('title') as HTMLElement).focus();
}

// biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
if (window.parent != window) start();
