import { keepEntries as keep } from '../entries';

/** In place of `ui/entries.ts`: Internet Explorer 8 and 9 cannot add entries, so there are none to take back, and Back leaves the page. */
export const keepEntries: typeof keep = (wentBack) =>
  'pushState' in history ? keep(wentBack) : { keep: (_count, then) => then?.() };
