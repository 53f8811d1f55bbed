import { LOCALES, type Locale } from '../../../contract/locales';
import { type Html, html, json } from '../../html';
import { TEXTS } from '../text/texts';

interface Page {
  locale: Locale;
  title: string;
  /** The page's path and query, to which the links to the other languages add `lang`. */
  path: string;
  body: Html;
  /** The page's scripts in `public/`, in their order. */
  scripts?: readonly string[];
  /** What the scripts need beside the words. */
  data?: object;
  /** OCB's front server, on the page that uses its script. */
  front?: string;
}

/**
 * Renders a whole page, in HTML that Internet Explorer 8 draws: no element of HTML 5, and its newest document mode
 * asked for. Scripts are files, because the policy allows nothing inline.
 */
export function layout({ locale, title, path, body, scripts = [], data = {}, front }: Page): string {
  const { script: words } = TEXTS[locale];
  const others = LOCALES.filter((one) => one !== locale);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/page.css">
<link rel="stylesheet" href="/public/plan.css">
<link rel="stylesheet" href="/public/report.css">
${front && html`<script src="${front}/js/okcashbagapi.js"></script>`}
</head>
<body>
<div id="top">
  <p id="languages">${others.map((one) => html`<a href="${path}lang=${one}" lang="${one}">${TEXTS[one].language}</a>`)}</p>
  <h1>${title}</h1>
</div>
${body}
${scripts.length > 0 && json('data', { locale, words, ...data })}
${scripts.map((name) => html`<script src="/public/${name}.js"></script>\n`)}
</body>
</html>`.text;
}
