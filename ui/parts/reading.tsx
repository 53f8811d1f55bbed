import { h, type JSX } from 'preact';
import * as text from 'words';

/** What one agrees to, for those who want to read it. */
export const reading = (of: string, words: string): JSX.Element => (
  <details>
    <summary aria-label={`${of} ${text.read}`}>{text.read}</summary>
    <p>{words}</p>
  </details>
);
