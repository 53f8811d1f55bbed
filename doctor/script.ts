import type {} from '../src/api';
import { type Finding, finding } from './finding';

const NAME = /okcashbagapi[^/?#]*\.js/;
/** The script that follows the releases. */
const PATH = '/js/okcashbagapi.js';
/** One version of it, which never changes. */
const OWN_PATH = /^\/js\/[^/]+\/okcashbagapi\.js$/;

/** Checks the tags of the script: one, from the front server, at its address, and not older than the doctor. */
export function checkScript(front: string, newest: string): Finding[] {
  const tags = [...document.scripts].filter(({ src }) => NAME.test(src));
  const found: Finding[] = [];
  const say = (problem: string, change: string) => found.push(finding('script', problem, change));

  const api: { version?: string } | undefined = window.OKcashbagAPI;
  if (!api) say('OKcashbagAPI is not defined', `add <script src="${front}${PATH}"></script>`);
  else if (tags.length === 0) {
    say('the script is part of a bundle or a module, and cannot know its origin', `load it from ${front}${PATH}`);
  }
  if (tags.length > 1) {
    say(`the script is included ${tags.length} times`, 'remove all tags but one: each copy has a popup of its own');
  }
  for (const { src, type, integrity, crossOrigin } of tags) {
    const { origin, pathname } = new URL(src);
    if (origin !== front)
      say(`the script comes from ${origin}`, `load it from ${front}${PATH}: the popup comes from there`);
    else if (pathname !== PATH && !OWN_PATH.test(pathname)) say(`the script's path is ${pathname}`, `use ${PATH}`);
    if (type === 'module') say('type="module" hides the script\'s address', 'remove it, and use async or defer');
    if (integrity && crossOrigin === null) say('integrity without crossorigin', 'add crossorigin="anonymous"');
  }
  if (api?.version && api.version !== newest) {
    say(`the page has version ${api.version}, and ${front} serves ${newest}`, 'reload without the cache; keep no copy');
  }
  return found;
}
