import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Send } from '../store';
import { EraseIcon } from './icons';

/**
 * Six dots in a field. The field is a password's, so that a screen reader switches to typing and echoes no digit; its
 * name says how many there are. It stays empty, because what is typed is taken from the keys: no browser can save,
 * fill in or read aloud what is not there.
 */
export const Entry = ({ count, problemId }: { count: number; problemId?: string }): JSX.Element => (
  <div class="entry">
    <input
      id="pin"
      type="password"
      inputMode="none"
      autocomplete="one-time-code"
      aria-label={`${text.paymentPin}, ${text.entered(count)}`}
      aria-describedby={`title lead ${problemId || ''}`}
      aria-invalid={problemId ? 'true' : undefined}
      onInput={(event) => {
        if (event.currentTarget.value) event.currentTarget.value = '';
      }}
    />
    <p class="dots" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <i key={i} class={i < count ? 'on' : ''} />
      ))}
    </p>
  </div>
);

/**
 * Ten digits in the front server's order for this one entry. What a key tells is where it is, not what it says. No look
 * may tell which was pressed: a press leaves the focus where it is, and Tab passes the keys over, because a ring would
 * show the digit. Real keyboards type digits; the cursor of a screen reader arrives at every key.
 */
export function Keypad({ digits, send }: { digits: number[]; send: Send }): JSX.Element {
  const key = (position: number) => (
    <button type="button" key={position} tabIndex={-1} onClick={() => send({ type: 'KEY_PRESSED', position })}>
      <span>{digits[position]}</span>
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in every browser
    <div class="keypad" role="group" aria-label={text.keypad} onMouseDown={(event) => event.preventDefault()}>
      {[0, 1, 2, 3, 4, 5, 6, 7, 8].map(key)}
      <button type="button" tabIndex={-1} class="word" onClick={() => send({ type: 'CLEARED' })}>
        {text.clear}
      </button>
      {key(9)}
      <button type="button" tabIndex={-1} aria-label={text.erase} onClick={() => send({ type: 'ERASED' })}>
        <EraseIcon />
      </button>
    </div>
  );
}
