/** In place of `ui/parts/reading.tsx`: Internet Explorer cannot fold anything up, so the words are always there. */
import { h, type JSX } from 'preact';

export const reading = (_of: string, words: string): JSX.Element => <p class="hint">{words}</p>;
