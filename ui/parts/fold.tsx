import { type ComponentChildren, h, type JSX } from 'preact';

/** What only some want to read, folded up under a line that says what it is. */
export const fold = (summary: string, contents: ComponentChildren): JSX.Element => (
  <details>
    <summary>{summary}</summary>
    {contents}
  </details>
);
