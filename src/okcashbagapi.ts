import { type Outcome, PREFIX, type ToFrame } from '../contract/messages';
import type { ResultByEvent } from '../contract/result';
import type { OKcashbagAPI, OKcashbagAPIConstructor, Params } from './api';
import { make, page, root, win } from './dom';
import { FRONT_ORIGIN } from './front-origin';
import { type Entry, tell } from './listeners';

/** Over the whole screen, whatever style sheets say of dialogs and frames. */
const FILL = 'all:initial;position:fixed;top:0;left:0;width:100%;height:100%;visibility:';
/** The dimmed page under the popup, and the text in place of a popup that does not come. */
const GROUND = 'hidden;z-index:99999999;background:rgba(0,0,0,.6);color:#fff;font:20px a';

/** How often an open layer looks after itself, in ms, and how often it looks for the popup before it offers another try. */
const LOOK = 200;
const PATIENCE = 50;
/** How long a closed layer stays, out of sight, while the popup takes its history entries back, in ms. */
const REWIND = 200;

/** What the layer on the page does with a message; with none, it makes room for another. There is one layer at most. */
let current: ((event?: MessageEvent) => void) | undefined;

function hear(event: MessageEvent): void {
  if (current) current(event);
}
if ((win as { addEventListener?: unknown }).addEventListener) addEventListener('message', hear);
// IE 8.
else (win as Window).onmessage = hear;

/**
 * OK캐쉬백 points on a merchant's page (SPEC, "Browser API"; types in api.ts). The layer is a dialog with the popup's frame in
 * it, made anew for each `show()`. One closure, for every byte here is somebody else's (docs/decisions/0101).
 */
function Api(this: OKcashbagAPI, mctTrToken?: string | null, userAuthToken?: string | null): void {
  const api = this;
  const params: Params & Partial<ToFrame> = { mctTrToken, userAuthToken, locale: null };
  const listeners: Entry[] = [];
  let box: HTMLDialogElement | 0;
  let frame: HTMLIFrameElement;
  /** The frame has said READY. */
  let ready: 0 | 1;
  /** 0 while there is nothing to see; else one more than the looks that found no popup. */
  let shown = 0;
  /** What was said when the popup did not come. */
  let lost: string | 0;
  let timer: ReturnType<typeof setTimeout>;
  let overflow: string;

  function language(): string {
    return params.locale || root.lang || navigator.language;
  }

  function words(ko: string, en: string): string {
    return /^en/.test(language()) ? en : ko;
  }

  function say(type: ToFrame['type']): void {
    params.type = type;
    if (ready && frame.contentWindow) frame.contentWindow.postMessage(PREFIX + JSON.stringify(params), FRONT_ORIGIN);
  }

  function fail(errorCode: string, errorMessage: string): void {
    end('POINTS_AUTH_FAILED', { errorObject: { errorCode, errorMessage, errorDetailMessage: '' } });
  }

  /** The shopper wants out, the page took our element, or another layer needs the place. */
  function giveUp(): void {
    if (lost) fail('4001', lost);
    else if (shown) fail('2002', words('인증이 완료 되지 않았습니다.', 'Incomplete.'));
    else end();
  }

  /** Takes the layer away; what is told then is the outcome, if there is one. */
  function end(name?: keyof ResultByEvent, result?: ResultByEvent[keyof ResultByEvent]): void {
    const gone = box;
    clearTimeout(timer);
    say(-1);
    if (gone) {
      gone.style.visibility = 'hidden';
      if (shown) {
        root.style.overflow = overflow;
        if (gone.close) gone.close();
      }
      // Into an element that is nowhere: that works for a layer that the page has removed already, and in IE 8.
      setTimeout(() => {
        page.createElement('i').appendChild(gone);
      }, REWIND);
    }
    shown = lost = box = ready = 0;
    for (let i = 0; name && i < listeners.length; ) tell(listeners[i++] as Entry, name, result);
  }

  function build(): void {
    if (current) current();
    current = (event) => {
      if (!event) giveUp();
      // What is not from our frame, not of the front server's origin, or not ours is nothing, without a word. IE 8 has more
      // than one object for a window, and only == knows.
      else if (
        box &&
        event.source == frame.contentWindow &&
        event.origin == FRONT_ORIGIN &&
        !event.data.indexOf(PREFIX)
      ) {
        const message: Outcome = JSON.parse(event.data.slice(PREFIX.length));
        if (message.result) end(message.type, message.result);
        else {
          ready = 1;
          say(shown);
        }
      }
    };
    box = make(root, 'dialog', '', FILL + GROUND) as HTMLDialogElement;
    box.oncancel = giveUp;
    frame = make(box, 'iframe', '', FILL + 'inherit') as HTMLIFrameElement;
    frame.title = 'OKcashbag';
    frame.allow = 'otp-credentials';
    frame.src = FRONT_ORIGIN + '/popup/__POPUP_VERSION__/' + language();
  }

  function button(text: string, act: () => void): void {
    const element = make(box as Element, 'button', text, 'font:inherit');
    element.onclick = act;
    element.focus();
  }

  /** The popup does not come: says so, with another try. */
  function look(): void {
    const viewport = win.visualViewport;
    clearTimeout(timer);
    // 'complete' is the only state of a document below 'd'.
    if (shown || page.readyState > 'd') timer = setTimeout(look, LOOK);
    else if (!box && params.mctTrToken) build();
    if (shown) {
      if (!root.contains(lost ? (box as Node) : frame)) giveUp();
      else if (!lost) {
        if (viewport) {
          frame.style.top = viewport.offsetTop + 'px';
          frame.style.height = viewport.height + 'px';
        }
        if (!ready && ++shown > PATIENCE) {
          (box as HTMLElement).innerText = lost = words('외부 제휴사와의 통신 장애 발생', 'Connection failed.');
          button(words('닫기', 'Close'), giveUp);
          button(words('다시 시도', 'Try again'), () => {
            end();
            api.show();
          });
        }
      }
    }
  }

  api.setParams = (given) => {
    // Only what we know: a page may pass the click event.
    for (const name in params)
      if (name in Object(given)) params[name as 'locale'] = (given as Params)[name as 'locale'];
    timer = setTimeout(look, LOOK);
  };
  api.on = (first: unknown, second?: unknown) => {
    listeners.push(second ? [(first as string).replace(' ', '_'), second] : [first]);
  };
  api.off = (first?: unknown, second?: unknown) => {
    for (let i = listeners.length; i--; ) {
      if ((!first || (listeners[i] as Entry)[0] == first) && (!second || (listeners[i] as Entry)[1] == second)) {
        listeners.splice(i, 1);
      }
    }
  };
  api.show = (given) => {
    if (shown) {
      if (win.console) console.warn('show()');
    } else {
      api.setParams(given);
      if (!params.mctTrToken) fail('1000', '파라미터가 유효하지 않습니다.');
      else {
        if (!box || !root.contains(frame)) build();
        shown = 1;
        overflow = root.style.overflow;
        root.style.overflow = 'hidden';
        (box as HTMLDialogElement).style.visibility = '';
        if ((box as HTMLDialogElement).showModal) (box as HTMLDialogElement).showModal();
        say(shown);
        look();
      }
    }
  };
  api.isShow = () => !!shown;
  api.forceClose = () => {
    end();
  };
  api.setParams();
}

Api.version = '__VERSION__';
win.OKcashbagAPI = win.OKcashbagAPI || (Api as unknown as OKcashbagAPIConstructor);
