import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Countdown } from '../flow';
import { clock } from '../format';
import type { Send } from '../store';

/** The time that is left, and a way to have it sent again. */
export const TimeLeft = ({ sent, send }: { sent: Countdown; send: Send }): JSX.Element => (
  <div class="time">
    <p role="timer">
      {text.timeLeft} <b>{clock(sent.endsAt - sent.now)}</b>
    </p>
    <button
      type="button"
      class="small"
      disabled={sent.now < sent.resendAt}
      onClick={() => send({ type: 'RESEND_ASKED' })}
    >
      {text.resend}
    </button>
  </div>
);
