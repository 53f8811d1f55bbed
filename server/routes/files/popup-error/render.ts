import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml } from '../../../../contract/html';
import type { Locale } from '../../../../contract/locales';
import type { ErrorObject } from '../../../../contract/result';

const WORDS = {
  ko: {
    name: 'OK캐쉬백',
    close: '닫기',
    title: 'OK캐쉬백을 열지 못했어요',
    later: '잠시 후 다시 시도해 주세요.',
    opening: '다시 여는 중이에요.',
    again: '다시 시도',
    errorCode: '오류 코드',
  },
  en: {
    name: 'OK Cashbag',
    close: 'Close',
    title: 'OK Cashbag could not be opened',
    later: 'Please try again in a moment.',
    opening: 'Opening it again.',
    again: 'Try again',
    errorCode: 'Error code',
  },
} satisfies Readonly<Record<Locale, object>>;

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const STYLE = file('page.css');
const SCRIPT = file('page.js');

const base64Sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page's Content-Security-Policy, which allows its style and script by their hashes. */
export const POPUP_ERROR_POLICY = [
  "default-src 'none'",
  `script-src ${base64Sha256(SCRIPT)}`,
  `style-src ${base64Sha256(STYLE)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Renders the page that replaces a popup which cannot be served. It shows the error, offers a retry, and reports the
 * error to the merchant's page when closed. It needs no build and no other file, and works in every browser that the
 * popup supports.
 */
export function renderPopupError(errorObject: ErrorObject, locale: Locale): string {
  const { name, close, title, later, opening, again, errorCode } = WORDS[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body data-error="${escapeHtml(JSON.stringify(errorObject))}" data-later="${later}" data-opening="${opening}">
<div class="card">
<button type="button" id="close">${close}</button>
<b class="brand">${name}</b>
<h1 id="title" tabindex="-1">${title}</h1>
<p id="lead" role="alert">${later}</p>
<button type="button" id="again">${again}</button>
<p class="code">${errorCode} ${errorObject.errorCode}</p>
</div>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
