import { escapeHtml } from '../../contract/html';
import type { Locale } from '../../contract/locales';

/** What `?…` of a state in the gallery says: which browsers' screens, besides what the page's script reads itself. */
interface GalleryQuery {
  state?: unknown;
  browsers?: unknown;
}

/** Renders the document for a state of the popup: the popup's style, and a script that draws it. */
export function renderState(locale: Locale, { state, browsers }: GalleryQuery): string {
  const style = browsers === 'legacy' ? 'legacy' : 'modern';
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeHtml(`${state}`)}</title>
<link rel="stylesheet" href="/sandbox/gallery/${style}.css">
<link rel="stylesheet" href="/sandbox/pages/gallery-state.css">
<script type="module" src="/sandbox/pages/gallery-state.js"></script>
</head>
<body>
<div id="popup"></div>
</body>
</html>`;
}
