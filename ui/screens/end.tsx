import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Step } from '../flow';
import { TickIcon, WarningIcon } from '../parts/icons';
import { CallCentre } from '../parts/problem';
import { type Drawn, Screen } from '../parts/screen';

/** A short tick. */
export const done = (drawn: Drawn, { usePoint }: Step & { is: 'done' }): JSX.Element => (
  <Screen {...drawn} id="done" title={text.done(usePoint)} lead={text.doneNext}>
    <span class="sign">
      <TickIcon />
    </span>
  </Screen>
);

/** It ended: why, what to do next, and the code for whoever is asked. */
export function stop(drawn: Drawn, { trouble, errorObject }: Step & { is: 'stop' }): JSX.Element {
  const [title = '', lead] = trouble.sentences;
  return (
    <Screen
      {...drawn}
      id="stop"
      title={title}
      lead={lead}
      foot={
        <div>
          {trouble.remedy === 'call' && <CallCentre />}
          <button type="button" class="primary" onClick={() => drawn.send({ type: 'CLOSE_PRESSED' })}>
            {text.close}
          </button>
        </div>
      }
    >
      <p class="hint">
        {text.errorCode} {errorObject.errorCode}
      </p>
      <span class="sign">
        <WarningIcon />
      </span>
    </Screen>
  );
}
