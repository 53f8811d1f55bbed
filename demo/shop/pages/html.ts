import { escapeHtml } from '../../../contract/html';

/** Markup that is safe to send: made by `html`, which escapes everything that is put into it. */
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

/** A template whose values are text, never markup, unless `html` made them. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((string, i) => string + render(parts[i])).join(''));

/** Data for the page's script, inert and with nothing in it that could end the element. */
export const json = (id: string, data: unknown): Html =>
  new Html(`<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`);
