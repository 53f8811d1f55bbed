import { h, type JSX } from 'preact';
import * as text from 'words';
import { secondsToResend } from '../countdown';
import type { Countdown } from '../flow';
import { clock } from '../format';
import type { Send } from '../store';

/** The words of the button that sends again; as long as it is too early, with the seconds that are left. */
export function resendWords(sent: Countdown): string {
  const seconds = secondsToResend(sent);
  return seconds > 0 ? text.resendIn(seconds) : text.resend;
}

/** The time that is left, and a way to have it sent again. */
export function TimeLeft({ sent, send }: { sent: Countdown; send: Send }): JSX.Element {
  const isEarly = secondsToResend(sent) > 0;
  return (
    <div class="time">
      <p role="timer">
        {text.timeLeft} <b>{clock(sent.endsAt - sent.now)}</b>
      </p>
      {sent.isAgain && isEarly && <p class="sent">{text.sentAgain}</p>}
      <button
        type="button"
        class="small"
        aria-disabled={isEarly ? 'true' : 'false'}
        onClick={() => send({ type: 'RESEND_ASKED' })}
      >
        {resendWords(sent)}
      </button>
    </div>
  );
}
