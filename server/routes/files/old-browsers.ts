/** Internet Explorer, all versions: there are no new ones. */
const INTERNET_EXPLORER = /MSIE |Trident\//;

/**
 * The first versions that can read the modern document: [modern] in .browserslistrc, in the words of User-Agent. The first that is in
 * there decides, for browsers give themselves for earlier ones: Edge and Android say Chrome and Safari, and on iOS all of them are Safari.
 */
const FIRST_MODERN: [version: RegExp, major: number, minor: number][] = [
  [/Chrome\/(\d+)/, 80, 0],
  [/Firefox\/(\d+)/, 74, 0],
  [/ OS (\d+)_(\d+).* like Mac OS X/, 13, 4],
  [/Version\/(\d+)\.(\d+).* Safari\//, 13, 1],
];

/** Whether a browser of this name gets the popup's document for old browsers. That works wherever it comes, squarer: a wrong guess costs looks only. */
export function isOldBrowser(userAgent: string): boolean {
  // Browsers say it in 300 characters. A pattern takes the square of the length of what somebody makes up.
  const name = userAgent.slice(0, 500);
  if (INTERNET_EXPLORER.test(name)) return true;
  for (const [pattern, major, minor] of FIRST_MODERN) {
    const version = pattern.exec(name);
    if (version) return Number(version[1]) < major || (Number(version[1]) === major && Number(version[2] ?? 0) < minor);
  }
  return false;
}
