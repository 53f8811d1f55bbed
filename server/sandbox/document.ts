import { escapeHtml } from '../../contract/html';
import { LOCALES, type Locale } from '../../contract/locales';
import { WORDS } from './words/words';

/** What a page has besides its brand and the links to its other languages. */
export interface Content {
  title: string;
  /** The page's style sheets in `pages/`. */
  styles: readonly string[];
  /** The page's script in `pages/`, which reads the texts from the page. */
  script?: string;
  /** The `main` element. */
  main: string;
}

/** Renders a page of the sandbox in a language. It has no inline style or script. */
export function renderDocument(locale: Locale, { title, styles, script, main }: Content): string {
  const words = WORDS[locale];
  const languages = LOCALES.filter((one) => one !== locale).map(
    (one) => `<a href="?lang=${one}" lang="${one}" hreflang="${one}">${escapeHtml(WORDS[one].language)}</a>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/sandbox/pages/icon.svg" type="image/svg+xml">
${['sandbox', ...styles].map((name) => `<link rel="stylesheet" href="/sandbox/pages/${name}.css">`).join('\n')}
${script ? withWords(script, words) : ''}
</head>
<body>
<header class="top">
  <a class="brand" href="/?lang=${locale}"><span class="coin" aria-hidden="true">P</span><span>${escapeHtml(words.sandbox)}</span></a>
  <nav class="languages">${languages.join('\n')}</nav>
</header>
${main}
</body>
</html>`;
}

/** The page's script, and its texts in an inert element, escaped so that nothing can close it. */
const withWords = (script: string, words: object): string =>
  `<script type="application/json" id="words">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/sandbox/pages/${script}.js"></script>`;

/** Fills in a template: `%name%` is the text of that name, `%locale%` the language. */
export function fillIn(template: string, locale: Locale): string {
  const values: Readonly<Record<string, string>> = { ...WORDS[locale], locale };
  return template.replace(/%(\w+)%/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The pages have no text "${name}".`);
    return escapeHtml(value);
  });
}
