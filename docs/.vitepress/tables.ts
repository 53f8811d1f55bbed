import type { MarkdownRenderer } from 'vitepress';

/** A cell with more characters than this is prose. */
const WORD_LENGTH = 40;

/** Marks the cells of tables that are prose, so that no screen makes a column of single words of them. */
export function widenProse(md: MarkdownRenderer): void {
  md.core.ruler.push('widen-prose', ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const text = tokens[i + 1]?.content ?? '';
      if (token.type === 'td_open' && text.length > WORD_LENGTH) token.attrJoin('class', 'prose');
    }
  });
}
