/** In place of `ui/parts/reading.tsx`: Internet Explorer cannot fold anything up, so the words are always there. */
import { h, type JSX } from 'preact';

export const reading = (summary: string, words: string): JSX.Element => (
  <p class="hint">
    <b>{summary}</b> {words}
  </p>
);
