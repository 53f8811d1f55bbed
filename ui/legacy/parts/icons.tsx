/**
 * In place of `ui/parts/icons.tsx`: Internet Explorer 8 draws no SVG. Buttons whose icon is all that they show have
 * their word; where the words stand beside the icon, nothing is missing without it.
 */
import { h, type JSX } from 'preact';
import * as text from 'words';

const word = (shown: string) => (): JSX.Element => <span class="icon">{shown}</span>;

const Nothing = (): null => null;

export const BackIcon = word(text.back);
export const CloseIcon = word(text.close);
export const EraseIcon = word(text.erase);
/** Not every font of that time has a tick. */
export const TickIcon = word('OK');
export const WarningIcon = word('!');
export const NextIcon = Nothing;
export const LockIcon = Nothing;
export const METHOD_ICONS = { card: Nothing, phone: Nothing, push: Nothing };
