import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ShikiTransformerStyleToClass, transformerStyleToClass } from '@shikijs/transformers';
import type { MarkdownRenderer, UserConfig } from 'vitepress';

/**
 * A Content-Security-Policy without `unsafe-inline` allows neither inline scripts nor style attributes. The pages get
 * files and classes instead.
 */
const CODE_STYLES = 'assets/code.css';

/** Gives aligned cells of tables a class instead of a style. */
export function alignByClass(md: MarkdownRenderer): void {
  md.core.ruler.push('align-by-class', ({ tokens }) => {
    for (const token of tokens) {
      const [, align] = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
      if (!align) continue;
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
      token.attrJoin('class', `align-${align}`);
    }
  });
}

/** Collects what the pages had inline, and writes it as files next to them. */
export function withoutInline(base: string) {
  const files = new Map<string, string>();
  const colours: ShikiTransformerStyleToClass = transformerStyleToClass({ classPrefix: 'code-' });

  const fileOf = (script: string): string => {
    const name = `assets/inline.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
    files.set(name, script);
    return base + name;
  };
  const hooks: Pick<UserConfig, 'transformHtml' | 'buildEnd'> = {
    transformHtml: (html) =>
      html
        .replace(
          /<script(?: id="[^"]*")?>(.+?)<\/script>/gs,
          (_all, script) => `<script src="${fileOf(script)}"></script>`,
        )
        .replaceAll(' style="--vp-vh:0px;"', ''),
    buildEnd: ({ outDir }) => {
      for (const [name, text] of files.set(CODE_STYLES, colours.getCSS())) {
        mkdirSync(dirname(join(outDir, name)), { recursive: true });
        writeFileSync(join(outDir, name), text);
      }
    },
  };
  return { colours, hooks, stylesheet: base + CODE_STYLES };
}
