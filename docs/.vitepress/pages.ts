import { posix } from 'node:path';

/** A page of the guide: its file in `docs/` without `.md` and `.ko.md`, and its name in both languages. */
interface Page {
  name: string;
  en: string;
  ko: string;
}

interface Group {
  en: string;
  ko: string;
  pages: readonly Page[];
}

/** The guide in the order in which a merchant's developer needs it. */
export const GROUPS: readonly Group[] = [
  {
    en: 'Integrate',
    ko: '연동',
    pages: [
      { name: 'quick-start', en: 'Quick start', ko: '빠른 시작' },
      { name: 'servers', en: 'Servers', ko: '서버' },
      { name: 'browser-api', en: 'Browser API', ko: '브라우저 API' },
      { name: 'events-and-errors', en: 'Events and errors', ko: '이벤트와 오류' },
      { name: 'react', en: 'React', ko: 'React' },
      { name: 'loading', en: 'Async, CSP, SRI', ko: 'async, CSP, SRI' },
      { name: 'doctor', en: 'The doctor', ko: '진단' },
      { name: 'testing', en: 'Testing', ko: '테스트' },
      { name: 'security', en: 'Security', ko: '보안' },
      { name: 'migration', en: 'Migration from 2018', ko: '2018년 페이지 옮기기' },
    ],
  },
  {
    en: 'Operate',
    ko: '운영',
    pages: [
      { name: 'operating', en: 'Operating the server', ko: '서버 운영' },
      { name: 'protections', en: 'Protections', ko: '회원 보호' },
      { name: 'tokens', en: 'Tokens', ko: '토큰' },
    ],
  },
  {
    en: 'Reference',
    ko: '참고',
    pages: [
      { name: 'server-api', en: 'Server API', ko: '서버 API' },
      { name: 'manual-qa', en: 'Manual QA', ko: '수동 테스트' },
      { name: 'browsers', en: 'Browsers', ko: '브라우저' },
      { name: 'decisions/index', en: 'Decisions', ko: '결정 기록' },
      { name: 'accessibility', en: 'Accessibility', ko: '접근성' },
    ],
  },
];

/** Returns the file of the site for a file of `docs/`: Korean ones are in `ko/`, and a README is its folder's page. */
export function sitePath(file: string): string {
  const path = file.replace(/(^|\/)README(\.ko)?\.md$/, '$1index$2.md');
  return path.endsWith('.ko.md') ? `ko/${path.replace(/\.ko\.md$/, '.md')}` : path;
}

/**
 * Returns the page whose place in the menus a page of the site has. A decision record has that of their index, because
 * the sidebar does not list it, and no other language has it.
 */
export function menuPath(path: string): string {
  return path.replace(/^decisions\/\d.*/, 'decisions/index.md');
}

/** Where links to files outside `docs/` lead. */
const OUTSIDE: Readonly<Record<string, string>> = { '../README.md': 'index.md', '../README.ko.md': 'ko/index.md' };

/** Returns the site's address for a link of a file of `docs/` to another Markdown file. Throws if it has none. */
export function siteLink(file: string, href: string): string {
  const [path = '', anchor] = href.split('#');
  const target = posix.join(posix.dirname(file), path);
  const outside = OUTSIDE[target];
  if (outside) return `/${outside}`;
  if (target.startsWith('../')) throw new Error(`docs/${file} links to ${target}, which is not on the site`);
  return `/${sitePath(target)}${anchor === undefined ? '' : `#${anchor}`}`;
}

const address = (path: string) => `/${path.replace(/(^|\/)index$/, '$1')}`;

/** Returns the sidebar of a language. */
export const sidebar = (locale: 'en' | 'ko') =>
  GROUPS.map((group) => ({
    text: group[locale],
    items: group.pages.map((page) => ({
      text: page[locale],
      link: address(locale === 'en' ? page.name : `ko/${page.name}`),
    })),
  }));
