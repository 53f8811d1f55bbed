import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Step } from '../flow';
import { TickIcon, WarningIcon } from '../parts/icons';
import { type Drawn, Screen } from '../parts/screen';

/** A short tick. */
export const done = (drawn: Drawn): JSX.Element => (
  <Screen {...drawn} id="done" title={text.done}>
    <span class="sign">
      <TickIcon />
    </span>
  </Screen>
);

/** What can be done after an error that ends the journey: start anew, come back later, or ask somebody. */
function nextAfter(code: string): string {
  if (code === '1000') return text.stopNext.restart;
  return code === '9000' ? text.stopNext.later : text.stopNext.support;
}

/** It ended: why, what to do next, and the code for whoever is asked. */
export const stop = (drawn: Drawn, { errorObject }: Step & { is: 'stop' }): JSX.Element => (
  <Screen
    {...drawn}
    id="stop"
    title={errorObject.errorMessage}
    lead={nextAfter(errorObject.errorCode)}
    foot={
      <button type="button" class="primary" onClick={() => drawn.send({ type: 'CLOSE_PRESSED' })}>
        {text.close}
      </button>
    }
  >
    <p class="hint">
      {text.errorCode} {errorObject.errorCode}
      {errorObject.errorCode === '9999' && ` · ${errorObject.errorDetailMessage}`}
    </p>
    <span class="sign">
      <WarningIcon />
    </span>
  </Screen>
);
