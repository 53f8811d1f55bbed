import { existsSync } from 'node:fs';
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress';

const PICTURE = /^<!-- picture: ([\w-]+) \| (.*) -->\s*$/;

/**
 * Puts pictures of the popup in place of lines `<!-- picture: STATE | text -->`, light and dark. `build/pictures.mjs`
 * draws them; without a browser there are none, and the page does without.
 */
export function showPictures(md: MarkdownRenderer, folder: string): void {
  md.core.ruler.push('pictures', ({ env, tokens }) => {
    const { realPath, path } = env as MarkdownEnv & { realPath?: string };
    const locale = (realPath ?? path).endsWith('.ko.md') ? 'ko' : 'en';
    const image = (state: string, text: string, scheme: 'light' | 'dark'): string => {
      const src = `/pictures/${state}.${locale}.${scheme}.png`;
      if (!existsSync(folder + src)) return '';
      const alt = md.utils.escapeHtml(text);
      return `<img class="only-${scheme}" src="${src}" alt="${alt}" width="360" height="640" loading="lazy">`;
    };
    const found = tokens.map(({ type, content }) => (type === 'html_block' ? PICTURE.exec(content) : null));
    for (const [i, token] of tokens.entries()) {
      const [, state = '', text = ''] = found[i] ?? [];
      if (!state) continue;
      const images = image(state, text, 'light') + image(state, text, 'dark');
      // Those of adjacent lines stand side by side.
      token.content = `${found[i - 1] ? '' : '<p class="pictures">'}${images}${found[i + 1] ? '' : '</p>\n'}`;
    }
  });
}
