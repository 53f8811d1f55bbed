import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Where the system's Firefox is (`FIREFOX_PATH` comes first), or undefined. */
export function systemFirefox() {
  const places = process.env.FIREFOX_PATH ? [process.env.FIREFOX_PATH] : PLACES;
  return places.find((path) => existsSync(path));
}
