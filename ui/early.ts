/**
 * What the popup does before the rest of it is there, which takes another round trip on a slow link: a small script
 * right behind the opening screen says READY, takes the focus, keeps what the page says, opens the session as soon as
 * the page names a token, and lets the shopper out. What it has for that, the rest uses as well.
 */
import * as text from 'words';
import type { ToHost } from '../contract/messages';
import type { Event } from './events';
import { say, talkToHost } from './host';
import { openCall } from './open-call';
import { type Posted, post } from './post';

declare global {
  interface Window {
    /** What `ui/early.ts` hands over. */
    early: {
      /** Ends what it does by itself. Whoever hears the page from now on is told what it has said meanwhile, too. */
      takeOver(hear: (event: Event) => void): void;
      /** Answers the page. */
      tellHost(message: ToHost): void;
      post: typeof post;
      /** The request that opens the session, if it has left already. */
      posted: Posted | undefined;
    };
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

function start(): void {
  const kept: Event[] = [];
  let hear = (event: Event): void => {
    kept.push(event);
    // The session is opened for the first token that the page names.
    if (early.posted || !('transaction' in event) || !event.transaction.mctTrToken) return;
    early.posted = post(openCall(event.transaction, event.origin));
  };
  let close = (): void => say(CLOSED, '*');

  const early: Window['early'] = {
    takeOver(hearsFromNowOn) {
      close = () => {};
      hear = hearsFromNowOn;
      kept.forEach(hear);
    },
    tellHost: talkToHost((event) => hear(event)),
    post,
    posted: undefined,
  };
  window.early = early;
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  (document.getElementById('close') as HTMLElement).onclick = () => close();
  say({ type: 'READY' }, '*');
  if (location.hash === VISIBLE_FROM_THE_START) (document.getElementById('title') as HTMLElement).focus();
}

// biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
if (window.parent != window) start();
