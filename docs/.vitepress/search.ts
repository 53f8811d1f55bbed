import type { SiteConfig, UserConfig } from 'vitepress';

type Plugin = NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number];

/**
 * Gives each language a search of its own pages. VitePress 1.6 takes a page's language from its path in `docs/`, where
 * no folder says it (`x.ko.md`). `ko/../x.ko.md` is the same file, and says it.
 */
export function searchByLocale(): Plugin {
  let site: SiteConfig | undefined;
  let pages: readonly string[] = [];
  return {
    name: 'search-by-locale',
    enforce: 'pre',
    configResolved(config) {
      if (site) return;
      site = (config as unknown as { vitepress: SiteConfig }).vitepress;
      pages = site.pages;
    },
    // VitePress fills the index next.
    load(id) {
      if (site && id === '/@localSearchIndex') {
        site.pages = pages.map((page) => (page.endsWith('.ko.md') ? `ko/../${page}` : page));
      }
      return null;
    },
    buildEnd() {
      if (site) site.pages = [...pages];
    },
  };
}
