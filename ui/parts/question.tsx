import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Send } from '../store';

/** In place of the screen: whether to give up what was typed. Its buttons say what they do. */
export const Question = ({ send }: { send: Send }): JSX.Element => (
  <main key="question" class="question">
    <div class="body">
      <h1 id="title" tabIndex={-1}>
        {text.leaving[0]}
      </h1>
      <p class="lead">{text.leaving[1]}</p>
    </div>
    <div class="foot">
      <button type="button" class="second" onClick={() => send({ type: 'CLOSE_PRESSED' })}>
        {text.leave}
      </button>
      <button type="button" class="primary" onClick={() => send({ type: 'STAY_PRESSED' })}>
        {text.stay}
      </button>
    </div>
  </main>
);
