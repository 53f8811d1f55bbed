/** Every version of Internet Explorer. */
const INTERNET_EXPLORER = /MSIE |Trident\//;

/**
 * The first versions that can run the modern document ([modern] in .browserslistrc), by their User-Agent tokens. The
 * first match decides, because browsers also claim to be older ones: Edge and Android include the tokens of Chrome and
 * Safari, and every iOS browser is Safari.
 */
const FIRST_MODERN: [version: RegExp, major: number, minor: number][] = [
  [/Chrome\/(\d+)/, 80, 0],
  [/Firefox\/(\d+)/, 74, 0],
  [/ OS (\d+)_(\d+).* like Mac OS X/, 13, 4],
  [/Version\/(\d+)\.(\d+).* Safari\//, 13, 1],
];

/**
 * Whether this User-Agent gets the popup for old browsers. That popup works everywhere, so a wrong guess only costs
 * appearance.
 */
export function isOldBrowser(userAgent: string): boolean {
  // Real User-Agents are about 300 characters. Cap the length, because the patterns take quadratic time.
  const name = userAgent.slice(0, 500);
  if (INTERNET_EXPLORER.test(name)) return true;
  for (const [pattern, major, minor] of FIRST_MODERN) {
    const version = pattern.exec(name);
    if (version) return Number(version[1]) < major || (Number(version[1]) === major && Number(version[2] ?? 0) < minor);
  }
  return false;
}
