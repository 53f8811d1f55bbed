import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Send } from '../store';
import { EraseIcon } from './icons';

/** Ten digits in the front server's order for this one entry. What a key tells is where it is, not what it says. */
export function Keypad({ digits, send }: { digits: number[]; send: Send }): JSX.Element {
  const key = (position: number) => (
    <button type="button" key={position} onClick={() => send({ type: 'KEY_PRESSED', position })}>
      {digits[position]}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div class="keypad" role="group" aria-label={text.keypad}>
      {[0, 1, 2, 3, 4, 5, 6, 7, 8].map(key)}
      <button type="button" class="word" onClick={() => send({ type: 'CLEARED' })}>
        {text.clear}
      </button>
      {key(9)}
      <button type="button" aria-label={text.erase} onClick={() => send({ type: 'ERASED' })}>
        <EraseIcon />
      </button>
    </div>
  );
}
