import { escapeHtml } from '../contract/html';

/** Safe HTML, made by `html`, which escapes every value. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | null | undefined | false | Part[];

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  if (part === undefined || part === null || part === false) return '';
  return escapeHtml(`${part}`);
}

/** An HTML template. Values are escaped, except other results of `html`. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((string, i) => string + render(parts[i])).join(''));

/** Embeds data for the page's script in an inert element, escaped so that nothing can close it. */
export const json = (id: string, data: unknown): Html =>
  new Html(`<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`);
