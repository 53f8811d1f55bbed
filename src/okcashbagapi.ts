import type { ToFrame, ToHost } from '../contract/messages';
import type { ResultByEvent } from '../contract/result';
import type { OKcashbagAPI, OKcashbagAPIConstructor, Params } from './api';

// By short names: the file that is shipped has them once.
const win = window as typeof window & { attachEvent?: (name: string, listener: (event: MessageEvent) => void) => void };
const page = document;
const root = page.documentElement;

/** The element that this file came with. Internet Explorer has no `currentScript`, and in its modes before 8 no `querySelector` either. */
const script = page.querySelector && (page.querySelector('[src*=okcashbagapi]') as HTMLScriptElement | null);
/** The origin of the front server: that of this file's address, `https://host`. Undefined where the popup cannot work. */
const FRONT_ORIGIN = (script && script.src.split('/js/')[0]) as string;

/** Over the whole screen, whatever style sheets say of dialogs and frames. */
const FILL = 'all:initial;left:0;width:100%;height:100%;position:fixed;top:0;visibility:';
/** The dimmed page under the popup. */
const GROUND = 'hidden;background:rgba(0,0,0,.8);z-index:999999999';

/** The text in place of a popup that does not come, and its buttons. Black on white by themselves: IE knows no `all`, IE 8 dims nothing. */
const NOTICE = 'font:20px arial;color:#000;background:#fff;margin:1em;padding:1em';

/** How often an open layer looks after itself, in ms, and how often it looks for the popup before it offers another try. */
const LOOK = 200;
const PATIENCE = 50;
/** How long a closed layer stays, out of sight, while the popup takes its history entries back, in ms. */
const REWIND = 200;

type Said = { type: ToHost['type']; result?: ResultByEvent[keyof ResultByEvent] };

/** What the layer on the page does with a message; with none, it makes room for another. There is one layer at most. */
let current: (event?: MessageEvent & Said) => void = Object;

function hear(event: MessageEvent): void {
  current(event as MessageEvent & Said);
}
// IE 8 has nothing else.
if (win.attachEvent) win.attachEvent('onmessage', hear);
else addEventListener('message', hear);

/**
 * OK캐쉬백 points on a merchant's page (SPEC, "Browser API"; types in api.ts). The layer is a dialog with the popup's frame in
 * it, made anew for each `show()`. One closure, for every byte here is somebody else's, and its functions stand in the order
 * that compresses best (docs/decisions/0101).
 */
function Api(this: OKcashbagAPI, mctTrToken?: string | null, userAuthToken?: string | null): void {
  let frame: HTMLIFrameElement;
  /** Undefined before the first layer, 0 after one. */
  let box: HTMLDialogElement;
  /** 0 while there is nothing to see; else one more than the looks that found no popup. */
  let shown = 0;
  /** What had the focus, where no dialog remembers it: to be put back. */
  let focused: HTMLElement;
  const listeners: IArguments[] = [];
  const params: Params & { type?: ToFrame['type'] } = { mctTrToken, userAuthToken, locale: null };
  /** What was said when the popup did not come. */
  let lost: string | 0;
  /** The page's own: to be put back. */
  let overflow: string;
  let timer: 0 | ReturnType<typeof setTimeout>;
  /** The frame has said READY. */
  let ready: 0 | 1;

  function setParams(given?: Params | null): void {
    // Only what we know: a page may pass the click event.
    for (const name in params)
      if (name in Object(given)) params[name as 'locale'] = (given as Params)[name as 'locale'];
    timer = timer || setTimeout(look, LOOK);
  }

  function show(given?: Params | null): void {
    if (shown) {
      if (win.console) console.warn('show()');
    } else {
      setParams(given);
      if (params.mctTrToken && FRONT_ORIGIN) {
        // One that did not come, or that the page has removed, is of no use.
        if (!ready || !root.contains(frame)) build();
        // First of all: the popup may be another process, which need not wait for ours to lay out.
        say('OPEN');
        overflow = root.style.overflow;
        root.style.overflow = 'hidden';
        box.style.visibility = '';
        if (box.showModal) box.showModal();
        else focused = page.activeElement as HTMLElement;
        // Esc is for the layer while the popup still loads.
        (ready ? frame : box).focus();
      }
      shown = 1;
    }
  }

  /** Takes the layer away; what is told then is the outcome, if there is one. */
  function end(result?: ResultByEvent[keyof ResultByEvent], name?: string | 0): void {
    const gone = box;
    say('CLOSE');
    if (gone) {
      gone.style.visibility = 'hidden';
      if (shown) {
        root.style.overflow = overflow;
        if (gone.close) gone.close();
        else focused.focus();
      }
      // Into an element that is nowhere: that works for a layer that the page has removed already, and in IE 8.
      setTimeout(() => {
        page.createElement('i').appendChild(gone);
      }, REWIND);
    }
    shown = lost = (box as unknown) = ready = 0;
    if (name) for (const i in listeners) tell(listeners[i] as IArguments, name, result);
  }

  function look(): void {
    const viewport = win.visualViewport;
    timer = 0;
    // 'complete' is the only state of a document below 'd'.
    if (shown || page.readyState > 'd') {
      setParams();
      if (shown) {
        if (box) {
          if (viewport) {
            frame.style.top = viewport.offsetTop + 'px';
            frame.style.height = viewport.height + 'px';
          }
          if (!ready && ++shown == PATIENCE) {
            box.innerText = '';
            lost = words('외부 제휴사와의 통신 장애 발생', 'Connection failed.');
            make('p', lost).role = 'alert';
            make('button', words('닫기', 'Close'), 0, giveUp);
            make('button', words('다시 시도', 'Try again'), 0, () => {
              end();
              show();
            }).focus();
          }
        }
        // Removed by the page, or closed: by Esc, or by whoever closes all dialogs. Not `!open`: IE knows no dialogs.
        if (!box || (box.open as unknown) == 0 || !root.contains(box.lastChild)) giveUp();
        // What a dialog does by itself: the focus stays in it. And what WebKit lets no frame do: it takes it.
        else if (!(ready ? frame : box).contains(page.activeElement)) (ready ? frame : box).focus();
      }
      // Not while a layer is open, of another instance: there is one at most, and an open one has stopped the scrolling.
    } else if (box == null && params.mctTrToken && FRONT_ORIGIN && !root.style.overflow) build();
  }

  /** Style and text are set by properties: a Content Security Policy may forbid style attributes, Trusted Types forbid markup. */
  function make(name: string, text: string, css?: string | 0, act?: () => void): HTMLElement {
    const element = page.createElement(name);
    element.innerText = text;
    element.onclick = act as () => void;
    // Of the frame, for which alone it means something: one that is in the page without it loads an empty document first.
    (element as HTMLIFrameElement).src = FRONT_ORIGIN + '/popup/__POPUP_VERSION__/' + words('ko', 'en');
    element.style.cssText = css || NOTICE;
    return (box || root).appendChild(element);
  }

  function build(): void {
    current();
    current = (event) => {
      if (!event) giveUp();
      // What is not from our frame, not of the front server's origin, or not ours is nothing, without a word. IE 8 has more
      // than one object for a window, and only == knows.
      else if (box && event.source == frame.contentWindow && event.origin == FRONT_ORIGIN && /^{"t/.test(event.data)) {
        // The message in place of its envelope: one name less.
        event = JSON.parse(event.data) as MessageEvent & Said;
        // Before it is shown, no word of the popup ends a layer.
        if (event.result) {
          if (shown) end(event.result, /^A/.test(event.type) ? 'POINTS_AUTHENTICATED' : 'POINTS_AUTH_FAILED');
        } else {
          ready = 1;
          say(shown ? 'OPEN' : 'PREPARE');
        }
      }
    };
    box = make('dialog', '', FILL + GROUND) as HTMLDialogElement;
    box.tabIndex = -1;
    frame = make('iframe', '', FILL + 'inherit') as HTMLIFrameElement;
    frame.title = 'OKcashbag';
    frame.allow = 'otp-credentials';
  }

  function say(type: ToFrame['type']): void {
    params.type = type;
    if (ready && frame.contentWindow)
      frame.contentWindow.postMessage(
        JSON.stringify(params, (_name, value) => value || undefined),
        FRONT_ORIGIN,
      );
  }

  /** The shopper wants out, the page took our element, another layer needs the place, or there is nothing to show. */
  function giveUp(): void {
    end(
      {
        errorObject: {
          errorCode: !FRONT_ORIGIN ? '9999' : lost ? '4001' : params.mctTrToken ? '2002' : '1000',
          errorMessage: lost || (params.mctTrToken ? '인증이 완료 되지 않았습니다.' : '파라미터가 유효하지 않습니다.'),
          // What could not be asked; without it, what is missing: Internet Explorer has it in no document mode before 8.
          errorDetailMessage: FRONT_ORIGIN || 'postMessage',
        },
      },
      shown && 'POINTS_AUTH_FAILED',
    );
  }

  function words(ko: string, en: string): string {
    return /^en/.test(params.locale || root.lang || navigator.language) ? en : ko;
  }

  /** In a turn of its own: a listener that throws keeps nothing from the others, and its error reaches the page's `onerror`. */
  function tell(entry: IArguments, name: string, result: unknown): void {
    setTimeout(() => {
      if (entry[1]) {
        if (entry[0].replace(/ /g, '_') == name) entry[1](result);
      } else if (entry[0]) entry[0](name, result);
    });
  }

  this.show = show;
  this.setParams = setParams;
  this.isShow = () => !!shown;
  this.off = (first: unknown, second?: unknown) => {
    for (const i in listeners) {
      if ((listeners[i] as IArguments)[0] == first && (listeners[i] as IArguments)[1] == second) delete listeners[i];
    }
  };
  this.on = function () {
    // biome-ignore lint/complexity/noArguments: an array of the two costs bytes on every merchant's page.
    listeners.push(arguments);
  };
  this.forceClose = end;
  setParams();
}

Api.version = '__VERSION__';
win.OKcashbagAPI = win.OKcashbagAPI || (Api as unknown as OKcashbagAPIConstructor);
