import type { MarkdownRenderer } from 'vitepress';

/** A cell that is wider than this many Latin characters is prose. */
const TERM_WIDTH = 40;
/** A Hangul syllable is as wide as two. */
const widthOf = (text: string): number => text.length + (text.match(/[가-힣]/g) ?? []).length;

/** Marks the cells of tables that are prose, so that no screen makes a column of single words of them. */
export function widenProse(md: MarkdownRenderer): void {
  md.core.ruler.push('widen-prose', ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const text = tokens[i + 1]?.content ?? '';
      if (token.type === 'td_open' && widthOf(text) > TERM_WIDTH) token.attrJoin('class', 'prose');
    }
  });
}
