import { ERRORS } from '../../contract/errors';
import { escapeHtml } from '../../contract/html';
import type { Locale } from '../../contract/locales';
import { ErrorObjectSchema, MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { CALL_WORDS } from './call-words';
import { type Field, fieldsOf, type JsonSchema } from './fields';
import { ABOUT, CALLS, codesOf, STATUS_WORDS, TITLE } from './openapi';
import { say, type Words } from './words';

const WORDS = {
  calls: say('Calls', '호출'),
  request: say('Request', '요청'),
  answer: say('Answer', '응답'),
  codes: say('Refused with', '거절 코드'),
  field: say('Field', '필드'),
  type: say('Type', '타입'),
  about: say('Meaning', '뜻'),
  optional: say('optional', '선택'),
  statuses: say('HTTP status', 'HTTP 상태'),
  errors: say('Error table', '오류 코드표'),
  code: say('Code', '코드'),
  message: say('Message', '메시지'),
} satisfies Record<string, Words>;

const text = (plain: string | number): string => escapeHtml(`${plain}`);

/** A table that scrolls horizontally on narrow pages. Cells are HTML. */
const table = (
  label: string,
  heads: string[],
  rows: string[][],
): string => `<div class="table" role="region" tabindex="0" aria-label="${text(label)}">
<table><thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>`;

const code = (plain: string): string => `<code>${text(plain)}</code>`;

/**
 * Renders the server API as the content of an HTML page without scripts. It has the same source as the OpenAPI
 * document.
 */
export function referencePage(locale: Locale): { title: string; styles: string[]; main: string } {
  const word = (name: keyof typeof WORDS) => WORDS[name][locale];

  const fields = (label: string, schema: JsonSchema, call?: MerchantCall) =>
    table(
      label,
      [word('field'), word('type'), word('about')],
      fieldsOf(schema, call, locale).map(({ name, type, isRequired, about }: Field) => [
        code(name),
        text(isRequired ? type : `${type}, ${word('optional')}`),
        text(about),
      ]),
    );
  const codes = (label: string, rows: [code: string, message: string][]) =>
    table(
      label,
      [word('code'), word('message')],
      rows.map(([one, message]) => [code(one), text(message)]),
    );

  const section = (call: MerchantCall): string => {
    const { path, request, response } = MERCHANT_CALLS[call];
    const { title, about } = CALL_WORDS[call];
    const refusals = codesOf(call, locale);
    return `<section aria-labelledby="${call}"><h2 id="${call}">${text(title[locale])}</h2>
<p><code>POST ${text(MERCHANT_API + path)}</code></p>
<p>${text(about[locale])}</p>
<h3>${text(word('request'))}</h3>${fields(`${title[locale]}: ${word('request')}`, request, call)}
<h3>${text(word('answer'))}</h3>${fields(`${title[locale]}: ${word('answer')}`, response, call)}
${refusals.length === 0 ? '' : `<h3>${text(word('codes'))}</h3>${codes(`${title[locale]}: ${word('codes')}`, refusals)}`}</section>`;
  };

  const main = `<main>
<h1>${text(TITLE[locale])}</h1>
<p class="note">${text(ABOUT[locale])}</p>
<p><a href="/docs/openapi.json?lang=${locale}">OpenAPI 3.1 (JSON)</a></p>
<nav aria-label="${text(word('calls'))}"><ul>${CALLS.map((call) => `<li><a href="#${call}">${text(CALL_WORDS[call].title[locale])}</a></li>`).join('')}</ul></nav>
${CALLS.map(section).join('\n')}
<section aria-labelledby="statuses"><h2 id="statuses">${text(word('statuses'))}</h2>
${table(
  'HTTP',
  ['HTTP', word('about')],
  Object.entries(STATUS_WORDS).map(([status, words]) => [code(status), text(words[locale])]),
)}
<h3><code>errorObject</code></h3>${fields('errorObject', ErrorObjectSchema)}</section>
<section aria-labelledby="errors"><h2 id="errors">${text(word('errors'))}</h2>
${codes(
  'errorCode',
  Object.entries(ERRORS).map(([one, row]) => [one, row[locale]]),
)}</section>
</main>`;
  return { title: TITLE[locale], styles: ['table', 'docs'], main };
}
