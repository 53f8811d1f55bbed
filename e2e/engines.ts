/**
 * The engines that journeys run in: a project of playwright.config.ts is an engine. What a journey needs beyond the
 * words that every driver knows stands in its tags; an engine that cannot do it does not run the journey, and
 * docs/browsers.md says why.
 */
export type EngineName = 'chromium' | 'firefox' | 'webkit' | 'ie8' | 'ie9' | 'ie11';

export type Need = '@shop' | '@meanwhile' | '@modern' | '@cold-focus' | '@old-modes' | '@touch' | '@kept-pages';

const TODAY: Engine['cannot'] = {
  '@old-modes': 'Internet Explorer alone has document modes.',
};

const HTMLUNIT: Engine['cannot'] = {
  '@shop': 'The demo shop’s own page is written for today’s browsers; paying is proven on a test page.',
  '@meanwhile': 'The emulator’s window stands still while it loads the popup or a call is under way.',
  '@modern':
    'The emulator has no layout, no focus ring, no history of frames, and enforces neither the same-origin policy nor a content policy.',
};

interface Engine {
  /** As the head of a column. */
  title: string;
  cannot: { [N in Need]?: string };
}

export const ENGINES: Record<EngineName, Engine> = {
  chromium: { title: 'Chromium', cannot: TODAY },
  firefox: {
    title: 'Firefox ESR',
    cannot: {
      ...TODAY,
      '@touch': 'Playwright cannot touch a Firefox of the system: a tap reaches nothing.',
      '@kept-pages': 'Playwright loses a page that Firefox kept and shows again, so Firefox is told to keep none.',
    },
  },
  webkit: {
    title: 'WebKitGTK',
    cannot: {
      ...TODAY,
      '@touch': 'WebKitGTK’s driver makes a mouse of a finger.',
      '@cold-focus':
        'Opened while it still loads, the popup has the focus, and nearly always its title: now and then WebKit refuses that to a frame that nobody has used yet. Tab goes on from the top.',
    },
  },
  ie8: { title: 'IE 8', cannot: HTMLUNIT },
  ie9: { title: 'IE 9', cannot: HTMLUNIT },
  ie11: { title: 'IE 11', cannot: HTMLUNIT },
};

/**
 * A pattern that the titles of the journeys match which this engine cannot take: Playwright puts the tags into them.
 */
export const impossible = (name: EngineName): RegExp[] =>
  Object.keys(ENGINES[name].cannot).map((tag) => new RegExp(`${tag}\\b`));
