import { relative } from 'node:path';
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress';
import { siteLink } from './pages';

const isMarkdown = (href: string): boolean => /^[^:#]+\.md(#|$)/.test(href);
/** On GitHub, an example's file. The site has all of them on one page. */
const isExample = (href: string): boolean => href.startsWith('examples/');
const localeEnding = (file: string): string => (file.endsWith('.ko.md') ? '.ko.md' : '.md');
/** A line of its own that leads to the page in another language, as the site's menu does. */
const isLanguageLink = (content: string): boolean => /^\[(한국어|English)\]\([^)]*\)$/.test(content);

/** Makes links between files of `docs/` links between the site's pages, and leaves out those to the other language. */
export function siteLinks(md: MarkdownRenderer, docs: string): void {
  md.core.ruler.push('site-links', (state) => {
    const { realPath, path } = state.env as MarkdownEnv & { realPath?: string };
    const file = relative(docs, realPath ?? path);
    state.tokens = state.tokens.filter((_token, i, all) =>
      [all[i - 1], all[i], all[i + 1]].every((near) => near?.type !== 'inline' || !isLanguageLink(near.content)),
    );
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href && isExample(href)) token.attrSet('href', siteLink(file, `servers${localeEnding(file)}`));
      else if (href && isMarkdown(href)) token.attrSet('href', siteLink(file, href));
    }
  });
}
