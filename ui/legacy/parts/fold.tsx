/** In place of `ui/parts/fold.tsx`: Internet Explorer cannot fold anything up, so it is always there. */
import { type ComponentChildren, h, type JSX } from 'preact';

export const fold = (summary: string, contents: ComponentChildren): JSX.Element => (
  <div class="fold">
    <p class="hint">{summary}</p>
    {contents}
  </div>
);
