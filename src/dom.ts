// The window, the document and its root by short names: the file that is shipped has them once.
export const win = window;
export const page = document;
export const root = page.documentElement;

/**
 * Puts a new element at the end of `parent`. Style and text are set by properties: a Content Security Policy may forbid style
 * attributes, and Trusted Types forbid markup.
 */
export function make(parent: Element, name: string, text: string, css: string): HTMLElement {
  const element = page.createElement(name);
  element.style.cssText = css;
  element.innerText = text;
  return parent.appendChild(element);
}
