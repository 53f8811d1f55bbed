import type { Locale } from '../contract/locales';
import type { ToHost, Transaction } from '../contract/messages';
import { messageFrom, say } from './conversation';
import { warn } from './developer-console';
import { append, showNotice } from './notice';
import type { Fail } from './params';
import { WORDS } from './words';

/**
 * The dialog over the merchant's page, with the popup's frame in it. It is out of sight until it is shown, once. The
 * build shortens names that begin with an underscore.
 */
export interface Layer {
  /** Whether it can be shown in this language: it is in the page, and its popup has come or is on its way. */
  _isUsable(locale: Locale): boolean;
  /**
   * Gives the popup what is known of the transaction by now. Before `_show`, it prepares its first screen out of sight.
   */
  _tell(transaction: Transaction): void;
  /** Opens it. One of the two is called, perhaps more than once, when the layer is to be hidden. */
  _show(transaction: Transaction, done: (outcome: Outcome) => void, fail: Fail): void;
  /** Puts the page back as it was, and takes the layer away. */
  _hide(): void;
}

/** How the popup says that it ended. */
export type Outcome = Exclude<ToHost, { type: 'READY' }>;

/** How often a shown layer checks that it is there, open, in sight and has the focus. */
const CHECK_INTERVAL_MS = 200;
/**
 * A layer without its popup shows the notice this long after `show()`. A popup is often there sooner, and drawing the
 * notice costs the page a part of that time.
 */
const NOTICE_AFTER_MS = 80;
/** A popup that has not said READY by then cannot be reached. */
const READY_TIMEOUT_MS = 10_000;
/**
 * READY may arrive so much later than the load event of its document. A document without READY is another: an error
 * page.
 */
const READY_AFTER_LOAD_MS = 500;
/** A hidden layer stays in the page so long, for the popup to take its history entries back. */
const REWIND_MS = 200;
const ESCAPE_KEY_CODE = 27;

/** Hidden by visibility, because a frame without a layout would need one before it can be shown. */
const FILL = 'all:initial;position:fixed;top:0;left:0;width:100%;height:100%;visibility:hidden;';
/** The dimmed page behind the popup. */
const DIALOG = FILL + 'z-index:2147483647;background:rgba(0,0,0,.55)';

/** What hears the page's events for the layer that is in it: there is one at most. */
let current: { _hear(event: MessageEvent): void; _block(violation: SecurityPolicyViolationEvent): void } | undefined;

/** Listens to the page for good: call it once. */
export function listenToPage(): void {
  const hear = (event: MessageEvent): void => {
    if (current) current._hear(event);
  };
  if ('addEventListener' in window) {
    window.addEventListener('message', hear);
    document.addEventListener('securitypolicyviolation', (violation) => {
      if (current) current._block(violation);
    });
  } else {
    // Internet Explorer 8.
    (window as { attachEvent(name: string, listener: typeof hear): void }).attachEvent('onmessage', hear);
  }
}

/**
 * Puts a layer into the page, out of sight, and loads the popup at this address of the front server's in it. `#open` at
 * its end makes the popup take the focus without waiting for a message.
 */
export function createLayer(origin: string, path: string, locale: Locale): Layer {
  const root = document.documentElement;
  const dialog = append(root, 'dialog', DIALOG);
  dialog.setAttribute('aria-label', WORDS[locale].title);
  dialog.tabIndex = -1;
  // Else Android's Back closes the dialog, and not a screen of the popup.
  dialog.setAttribute('closedby', 'none');

  let frame: HTMLIFrameElement;
  let isReady: boolean;
  /** Why the popup cannot be reached, for developers; empty while it may still come. */
  let reason: string;
  let readyTimer: ReturnType<typeof setTimeout> | undefined;
  let known: Transaction = {};
  let notice: HTMLElement | undefined;
  let isShown = false;
  let done: (outcome: Outcome) => void;
  let fail: Fail;
  /** The page's own, to be put back. */
  let overflow: string;
  let focused: HTMLElement | null;

  /** Whether the page has left the layer in its place. `document.open()` takes away all of the page, as it is. */
  const isInPage = (): boolean => root === document.documentElement && root.contains(frame);

  function load(): void {
    frame = document.createElement('iframe');
    isReady = false;
    reason = '';
    // Before it is in the page: a frame without an address loads an empty document first.
    frame.src = origin + path;
    frame.title = WORDS[locale].title;
    frame.allow = 'otp-credentials';
    frame.frameBorder = '0';
    frame.style.cssText = FILL;
    frame.onload = () => expectReady(READY_AFTER_LOAD_MS, 'no popup');
    expectReady(READY_TIMEOUT_MS, 'no popup within ' + READY_TIMEOUT_MS / 1000 + ' s');
    dialog.appendChild(frame);
  }

  /** Gives up on the popup unless it is ready by then. The last word counts. */
  function expectReady(timeoutMs: number, otherwise: string): void {
    clearTimeout(readyTimer);
    readyTimer = setTimeout(() => giveUp(otherwise), timeoutMs);
  }

  /** The popup does not come, as far as can be known. It is still welcome when it does. */
  function giveUp(why: string): void {
    if (isReady || reason) return;
    reason = why;
    updateNotice();
  }

  function tell(transaction: Transaction): void {
    known = transaction;
    const { mctTrToken, userAuthToken } = known;
    if (isReady) say(frame, origin, { type: isShown ? 'OPEN' : 'PREPARE', mctTrToken, userAuthToken });
  }

  /** Shows what there is to say as long as the shopper waits for the popup, and takes away what was said before. */
  function updateNotice(): void {
    if (notice) dialog.removeChild(notice);
    notice = isShown && !isReady ? showNotice(dialog, locale, close, reason && retry) : undefined;
  }

  function retry(): void {
    dialog.removeChild(frame);
    load();
    updateNotice();
    // The button that was pressed is gone.
    dialog.focus();
  }

  /** The shopper wants out, and there is no popup to say so. */
  function close(): void {
    if (reason) fail('4001', reason);
    else fail('2002', 'Closed');
  }

  /**
   * What page and browser may do to a shown layer: scroll behind it, hide it, close it, move the focus out, cover a
   * part with a keyboard. Not in show(), for the first time as well: the page would be laid out once more before the
   * popup can be seen.
   */
  function check(): void {
    if (!isShown) return;
    setTimeout(check, CHECK_INTERVAL_MS);
    root.style.overflow = 'hidden';
    const viewport = window.visualViewport;
    if (viewport) {
      frame.style.top = viewport.offsetTop + 'px';
      frame.style.height = viewport.height + 'px';
    }
    if (navigator.onLine === false) giveUp('offline');
    const holder = isReady ? frame : dialog;
    if (!isInPage() || dialog.open === false) close();
    else if (!holder.contains(document.activeElement)) holder.focus();
  }

  dialog.onkeydown = (event) => {
    // Internet Explorer 8 passes no event. Browsers with `showModal` close the dialog by themselves.
    if ((event || window.event).keyCode === ESCAPE_KEY_CODE) close();
  };
  current = {
    _hear(event) {
      const message = messageFrom(frame, origin, event);
      if (!message) return;
      if (message.type === 'READY') {
        isReady = true;
        reason = '';
        frame.style.visibility = 'inherit';
        updateNotice();
        // The popup takes the focus by itself, or gets it at the next check. In Chromium, giving it now, while the
        // browser still tells the popup's new process about the window's focus, could leave the two at odds, and then
        // no key arrived anywhere.
        tell(known);
      } else if (isShown) done(message);
    },
    _block({ blockedURI, disposition, effectiveDirective }) {
      // Whatever line of the policy says so: it is `frame-src` that decides about frames.
      if (effectiveDirective !== 'frame-src' || disposition !== 'enforce' || blockedURI.indexOf(origin)) return;
      const why = 'CSP: add frame-src ' + origin;
      warn(why);
      giveUp(why);
    },
  };
  load();

  return {
    _isUsable: (wanted) => wanted === locale && !reason && isInPage(),
    _tell: tell,
    _show(transaction, whenDone, whenFailed) {
      done = whenDone;
      fail = whenFailed;
      isShown = true;
      // First of all: the popup may be another process, which need not wait for this page's layout.
      tell(transaction);
      overflow = root.style.overflow;
      dialog.style.visibility = 'visible';
      focused = document.activeElement as HTMLElement | null;
      if (dialog.showModal) dialog.showModal();
      (isReady ? frame : dialog).focus();
      setTimeout(check, 0);
      setTimeout(updateNotice, NOTICE_AFTER_MS);
    },
    _hide() {
      if (isReady) say(frame, origin, { type: 'CLOSE' });
      current = undefined;
      clearTimeout(readyTimer);
      if (isShown) {
        isShown = false;
        if (dialog.open) dialog.close();
        // A dialog that the page has removed gives nothing back.
        if (focused) focused.focus();
        dialog.style.visibility = 'hidden';
        root.style.overflow = overflow;
      }
      setTimeout(() => {
        // The popup may have taken it once more before it heard of the end.
        if (document.activeElement === frame && focused) focused.focus();
        if (dialog.parentNode) dialog.parentNode.removeChild(dialog);
      }, REWIND_MS);
    },
  };
}
