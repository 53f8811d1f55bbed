import { LOCALES, type Locale } from '../../../contract/locales';
import { type Html, html } from '../../html';
import { ORDER_TEXTS, TEXTS } from '../text/locale';

/** What every page needs. */
export interface View {
  locale: Locale;
  /** The account's name; absent on pages without an account. */
  accountName?: string;
  /** The page's path without its query, for the links to the other languages. */
  path: string;
}

/**
 * Renders a whole page. `head` is for the page's scripts. Styles and scripts are files, because the CSP allows nothing
 * inline.
 */
export function layout({ locale, accountName, path }: View, title: string, body: Html, head: Html = html``): string {
  const text = TEXTS[locale];
  const words = ORDER_TEXTS[locale];
  const others = LOCALES.filter((one) => one !== locale);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${text.shop}</title>
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/theme.css">
<link rel="stylesheet" href="/public/controls.css">
<link rel="stylesheet" href="/public/pages.css">
<link rel="stylesheet" href="/public/checkout.css">
<link rel="stylesheet" href="/public/journal.css">
<link rel="stylesheet" href="/public/orders.css">
<link rel="stylesheet" href="/public/cancel.css">
<link rel="stylesheet" href="/public/settlement.css">
${head}
</head>
<body>
<header class="top">
  <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>${text.shop}<small>${text.tagline}</small></a>
  <nav>
    ${accountName && html`<a href="/orders">${words.orders}</a>`}
    ${accountName ? html`<a href="/login" aria-label="${accountName}, ${text.login}">${accountName}</a>` : undefined}
    ${others.map((one) => html`<a href="${path}?lang=${one}" lang="${one}" hreflang="${one}">${TEXTS[one].language}</a>`)}
  </nav>
</header>
${body}
<footer class="bottom"><p>${text.demo} <a href="/settlement">${words.settlement}</a></p></footer>
</body>
</html>`.text;
}
