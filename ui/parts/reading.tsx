import { h, type JSX } from 'preact';

/** Words for those who want to read them. */
export const reading = (summary: string, words: string): JSX.Element => (
  <details>
    <summary>{summary}</summary>
    <p class="hint">{words}</p>
  </details>
);
