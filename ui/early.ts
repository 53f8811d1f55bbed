/**
 * What the popup does before the rest of it is there, which takes another round trip on a slow link: a small script
 * right behind the opening screen says READY, takes the focus, keeps what the page says, opens the session as soon as
 * the page names a token, and lets the shopper out.
 */
import * as text from 'words';
import { encode, type ToHost } from '../contract/messages';
import { askedIn } from './host-message';
import { openCall } from './open-call';
import { type Posted, post } from './post';

declare global {
  interface Window {
    /**
     * Ends what `ui/early.ts` does. Whoever hears the page from now on is given the messages that came meanwhile, too.
     */
    takeOver(hear: (message: MessageEvent) => void): void;
    /** The request that opens the session, if it has left already. */
    earlyPost: Posted | undefined;
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

/** Opens the session for the first token that the page names. */
function openSession(message: MessageEvent): void {
  const asked = askedIn(message, '');
  if (window.earlyPost || !asked || !('event' in asked) || !('transaction' in asked.event)) return;
  const { transaction, origin } = asked.event;
  if (transaction.mctTrToken) window.earlyPost = post(openCall(transaction, origin));
}

function start(): void {
  const kept: MessageEvent[] = [];
  let hear = (message: MessageEvent): void => {
    kept.push(message);
    openSession(message);
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
