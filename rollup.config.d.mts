import type { OutputOptions, RollupOptions } from 'rollup';

/** A bundle with one output. */
interface Bundle extends RollupOptions {
  output: OutputOptions;
}

export function modernPopup(locale: 'ko' | 'en'): Bundle;
export function legacyPopup(locale: 'ko' | 'en'): Bundle;
export function script(dir: string, popupVersion: () => string | Promise<string>): Bundle;
/** Bundled as modules; `dir` is where `server/` and what it imports go to. */
export function server(dir: string): Bundle;
