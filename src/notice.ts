import type { Locale } from '../contract/locales';
import { WORDS } from './words';

/**
 * The card that the script shows in the layer while the popup is not there, with the popup's name and **닫기**; if the
 * popup cannot be reached, also why, and **다시 시도**. Style and text are set by properties, because a Content
 * Security Policy may forbid style attributes, and Trusted Types forbid markup.
 */

/** The popup is a card in the middle from this width on, and fills the screen below (`ui/style/page.css`). */
const CARD_FROM_PX = 480;

/** `all: initial` keeps the page's style sheets out; `outline: revert` brings the browser's own focus ring back. */
const BASE = 'all:initial;outline:revert;color:inherit;font:bold 17px/48px Malgun Gothic,sans-serif;';
/** Seen in forced colours alone. */
const EDGE = BASE + 'box-sizing:border-box;border:1px solid transparent;width:100%;';
/** The system's colours follow its dark and its forced colours; older browsers skip what they do not know. */
const CARD =
  EDGE +
  'position:fixed;top:0;left:0;height:100%;padding:8px 24px;' +
  'background:#fff;background:Canvas;color:#000;color:CanvasText;color-scheme:light dark;';
const MIDDLE = 'right:0;bottom:0;margin:auto;width:400px;height:640px;max-height:95%;border-radius:24px';
const MESSAGE = BASE + 'display:block;margin:8px 0 24px;line-height:26px';
const CLOSE = BASE + 'float:right';
const AGAIN = EDGE + 'border-radius:14px;background:#c8400a;color:#fff;text-align:center';

/** Appends an element, perhaps with a text in it. */
export function append<N extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  name: N,
  style: string,
  text?: string,
): HTMLElementTagNameMap[N] {
  const element = document.createElement(name);
  element.style.cssText = style;
  // Internet Explorer 8 knows no `textContent`.
  if (text) element.appendChild(document.createTextNode(text));
  return parent.appendChild(element);
}

/**
 * Shows the card in a layer and returns it. `close` is called by **닫기**. With `again`, which **다시 시도** calls, it
 * says that the popup cannot be reached.
 */
export function showNotice(
  layer: HTMLElement,
  locale: Locale,
  close: () => void,
  again: (() => void) | '',
): HTMLElement {
  const words = WORDS[locale];
  // Unlike `clientWidth`, which Internet Explorer 8 has alone, it needs no layout of the page, and show() has one to
  // come.
  const isCard = (window.innerWidth || document.documentElement.clientWidth) >= CARD_FROM_PX;
  const card = append(layer, 'div', isCard ? CARD + MIDDLE : CARD);
  append(card, 'button', CLOSE, words.close).onclick = close;
  append(card, 'b', BASE, words.title);
  if (again) {
    append(card, 'p', MESSAGE, words.unreachable).setAttribute('role', 'alert');
    const button = append(card, 'button', AGAIN, words.again);
    button.onclick = again;
    button.focus();
  }
  return card;
}
