import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { siteLinks } from './links';
import { menuPath, sidebar, sitePath } from './pages';
import { showPictures } from './pictures';
import { searchByLocale } from './search';
import { widenProse } from './tables';
import { alignByClass, withoutInline } from './without-inline';

const docs = fileURLToPath(new URL('..', import.meta.url));
const pictures = fileURLToPath(new URL('../../dist/pictures', import.meta.url));
const base = '/docs/';
const { colours, hooks, stylesheet } = withoutInline(base);

/** A whole file is shown without the marks of the regions that other pages take from it. */
const withoutRegions = { preprocess: (code: string) => code.replace(/^.*#(end)?region .*\n?/gm, '') };

/** The site at `/docs` of a sandbox: every file of `docs/`, in both languages. */
export default defineConfig({
  base,
  outDir: '../dist/docs',
  cacheDir: '../node_modules/.cache/vitepress',
  title: 'okcashbagapi',
  head: [
    ['link', { rel: 'stylesheet', href: stylesheet }],
    ['link', { rel: 'icon', href: '/sandbox/pages/icon.svg', type: 'image/svg+xml' }],
  ],
  // Its transition would be held back by an inline style.
  appearance: { disableTransition: false },
  cleanUrls: true,
  rewrites: sitePath,
  transformPageData: ({ relativePath }) => ({ relativePath: menuPath(relativePath) }),
  ignoreDeadLinks: [/^https?:\/\/(localhost|127\.0\.0\.1)/],
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: 'Pay with OK Cashbag points',
      themeConfig: {
        notFound: {
          title: 'There is no such page',
          quote: 'It may have moved. The menu and the search have every page.',
          linkLabel: 'To the start of the guide',
          linkText: 'Start',
        },
      },
    },
    ko: {
      label: '한국어',
      lang: 'ko',
      description: 'OK캐쉬백 포인트로 결제하기',
      themeConfig: {
        outline: { label: '이 페이지에서' },
        docFooter: { prev: '이전', next: '다음' },
        darkModeSwitchLabel: '어두운 화면',
        lightModeSwitchTitle: '밝은 화면으로',
        darkModeSwitchTitle: '어두운 화면으로',
        sidebarMenuLabel: '차례',
        returnToTopLabel: '맨 위로',
        langMenuLabel: '언어',
        skipToContentLabel: '본문으로 건너뛰기',
        notFound: {
          title: '페이지가 없습니다',
          quote: '주소가 바뀌었을 수 있습니다. 차례와 검색에 모든 문서가 있습니다.',
          linkLabel: '처음으로',
          linkText: '처음으로',
        },
      },
    },
  },
  vite: { publicDir: pictures, plugins: [searchByLocale()] },
  contentProps: { class: 'content' },
  markdown: {
    codeTransformers: [withoutRegions, colours],
    config: (md) => {
      siteLinks(md, docs);
      alignByClass(md);
      widenProse(md);
      showPictures(md, pictures);
    },
  },
  themeConfig: {
    sidebar: { '/': sidebar('en'), '/ko/': sidebar('ko') },
    search: {
      provider: 'local',
      options: {
        locales: {
          ko: {
            translations: {
              button: { buttonText: '검색', buttonAriaLabel: '검색' },
              modal: {
                displayDetails: '자세히 보기',
                resetButtonTitle: '지우기',
                backButtonTitle: '닫기',
                noResultsText: '결과가 없습니다:',
                footer: { selectText: '선택', navigateText: '이동', closeText: '닫기' },
              },
            },
          },
        },
      },
    },
  },
  ...hooks,
});
