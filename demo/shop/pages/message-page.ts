import { html } from '../../html';
import { TEXTS } from '../text/locale';
import { layout, type View } from './layout';

/** Renders a message with a link to the checkout: `notFoundTitle` or `brokenTitle`. */
export function messagePage(view: View, title: 'notFoundTitle' | 'brokenTitle'): string {
  const text = TEXTS[view.locale];
  const body = html`<main class="narrow"><section class="card done"><h1>${text[title]}</h1>
  <p class="after"><a class="button soft" href="/">${text.backToCheckout}</a></p></section></main>`;
  return layout(view, text[title], body);
}
