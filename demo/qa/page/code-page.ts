import type { Locale } from '../../../contract/locales';
import { html } from '../../html';
import { TEXTS } from '../text/texts';
import { layout } from './layout';
import { marked } from './marked';

/** Renders the question for the code, perhaps with why the last one did not do. It works without a script. */
export function codePage(locale: Locale, problem?: 'wrong' | 'later' | 'closed'): string {
  const text = TEXTS[locale];
  const body = html`<div class="card">
<h2>${text.codeTitle}</h2>
<p>${marked(text.codeHint)}</p>
${problem && html`<p class="problem" role="alert">${text.codeProblems[problem]}</p>`}
<form method="post" action="/code?lang=${locale}">
<p><label for="code-field">${text.codeField}</label>
<input id="code-field" name="code" type="text" inputmode="numeric" autocomplete="off" maxlength="12"></p>
<p><button type="submit" class="primary">${text.codeEnter}</button></p>
</form>
</div>`;
  return layout({ locale, title: text.title, path: '/?', body });
}
