import { html } from '../../html';
import type { Account } from '../storage/accounts';
import { TEXTS } from '../text/locale';
import { layout, type View } from './layout';

/** Renders the demo's sign-in: a choice of accounts. */
export function loginPage(view: View, accounts: Account[], current: string | undefined): string {
  const text = TEXTS[view.locale];
  const body = html`
<main class="narrow">
  <h1>${text.loginTitle}</h1>
  <p class="note">${text.loginHint}</p>
  <form method="post" action="/login" class="people">
    ${accounts.map(
      (
        account,
      ) => html`<button name="account" value="${account.id}" class="card person" ${account.id === current && html`aria-current="true"`}>
      <b>${account.name}</b><small>${account.userAuthToken ? text.remembered : text.notRemembered}</small></button>`,
    )}
    <button name="account" value="" class="card person"><b>${text.newGuest}</b></button>
  </form>
</main>`;
  return layout(view, text.login, body);
}
