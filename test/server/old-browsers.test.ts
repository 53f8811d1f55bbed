import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isOldBrowser } from '../../server/routes/files/old-browsers';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

it.each([
  ['Internet Explorer 8', 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)'],
  ['Internet Explorer 11', 'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  ['Chrome without modules', `Mozilla/5.0 (Windows NT 6.1) ${WEBKIT} Chrome/60.0.3112.113 Safari/537.36`],
  ['Chrome that knows modules and not all of ES2020', `${MAC} ${WEBKIT} Chrome/79.0.3945.130 Safari/537.36`],
  [
    'an application on Android',
    `Mozilla/5.0 (Linux; Android 8.0) ${WEBKIT} Version/4.0 Chrome/61.0.3163.98 Safari/537.36`,
  ],
  [
    'the Android browser',
    'Mozilla/5.0 (Linux; U; Android 4.4; ko-kr) AppleWebKit/534.30 Version/4.0 Mobile Safari/534.30',
  ],
  ['Edge before Chromium', `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`],
  ['Firefox 60', 'Mozilla/5.0 (Windows NT 6.1; rv:60.0) Gecko/20100101 Firefox/60.0'],
  ['Safari 10.0', `${MAC} ${WEBKIT} Version/10.0 Safari/602.1.50`],
  ['Safari 10.1, with modules and without nomodule', `${MAC} ${WEBKIT} Version/10.1 Safari/603.1.30`],
  [
    'Safari on an iPhone with iOS 12',
    `${IPHONE} 12_4 like Mac OS X) ${WEBKIT} Version/12.1.2 Mobile/15E148 Safari/604.1`,
  ],
  ['an application on an iPhone with iOS 13.3', `${IPHONE} 13_3_1 like Mac OS X) ${WEBKIT} Mobile/15E148`],
])('%s gets the document for old browsers', (_name, agent) => {
  expect(isOldBrowser(agent)).toBe(true);
});

it.each([
  ['Chrome', `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36`],
  ['an application on Android', `Mozilla/5.0 (Linux; Android 14) ${WEBKIT} Version/4.0 Chrome/130.0.0.0 Safari/537.36`],
  ['Edge', `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/130.0.0.0 Safari/537.36 Edg/130.0`],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  ['Safari 26', `${MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`],
  ['Chrome on an iPhone', `${IPHONE} 17_5 like Mac OS X) ${WEBKIT} CriOS/126.0 Mobile/15E148 Safari/604.1`],
  ['who does not say', ''],
])('%s gets the modern document', (_name, agent) => {
  expect(isOldBrowser(agent)).toBe(false);
});

/** The User-Agent of each browser for a version. */
const NAMES: Record<string, (major: number, minor: number) => string> = {
  chrome: (major) => `${WEBKIT} Chrome/${major}.0.0.0 Safari/537.36`,
  edge: (major) => `${WEBKIT} Chrome/${major}.0.0.0 Safari/537.36 Edg/${major}.0`,
  firefox: (major) => `Gecko/20100101 Firefox/${major}.0`,
  safari: (major, minor) => `${MAC} ${WEBKIT} Version/${major}.${minor} Safari/605.1.15`,
  ios_saf: (major, minor) => `${IPHONE} ${major}_${minor} like Mac OS X) ${WEBKIT} Mobile/15E148`,
};

it('the first modern versions match the targets of the modern build', () => {
  const modern = readFileSync('.browserslistrc', 'utf8').split('[legacy]')[0] as string;
  const firsts = [...modern.matchAll(/^(\w+) >= (\d+)(?:\.(\d+))?$/gm)];
  expect(firsts.map(([, name]) => name).sort()).toEqual(Object.keys(NAMES).sort());
  for (const [, name = '', majorText, minorText = '0'] of firsts) {
    const [major, minor] = [Number(majorText), Number(minorText)];
    const agent = NAMES[name] as (typeof NAMES)[string];
    expect(isOldBrowser(agent(major, minor)), `${name} ${major}.${minor}`).toBe(false);
    const before = minor > 0 ? ([major, minor - 1] as const) : ([major - 1, 9] as const);
    expect(isOldBrowser(agent(...before)), `${name} ${before.join('.')}`).toBe(true);
  }
});
