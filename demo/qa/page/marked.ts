import { type Html, html } from '../../html';

/** A text with **names of buttons** and `code` in it. */
export const marked = (text: string): Html =>
  html`${text.split(/(\*\*.+?\*\*|`.+?`)/).map((part) => {
    if (part.startsWith('**')) return html`<b>${part.slice(2, -2)}</b>`;
    return part.startsWith('`') ? html`<code>${part.slice(1, -1)}</code>` : part;
  })}`;
