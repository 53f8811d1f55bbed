import { h, type JSX } from 'preact';
import * as text from 'words';
import { announcementOf, secondsToResend } from '../countdown';
import type { Countdown, Step } from '../flow';
import { phoneGroups } from '../format';
import { resendWords, TimeLeft } from '../parts/countdown';
import { TextField } from '../parts/fields';
import { type Drawn, Screen } from '../parts/screen';

type Push = Step & { is: 'push' };

/** The phone number first, then the wait for the app. */
export const push = (drawn: Drawn, step: Push): JSX.Element =>
  step.sent ? (
    wait(drawn, step, step.sent)
  ) : (
    <Screen {...drawn} id="push" title={text.push} lead={text.pushHint} primary={text.requestPush}>
      <TextField
        {...drawn}
        field="phone"
        label={text.phoneNumber}
        value={phoneGroups(step.phone)}
        input={{ type: 'tel', autocomplete: 'tel', enterkeyhint: 'go' }}
        isFirst
      />
    </Screen>
  );

/** The app asks for the confirmation number. Once it was not approved, that and the countdown are over. */
function wait(drawn: Drawn, { ended, polling, number }: Push, sent: Countdown): JSX.Element {
  const [title, lead] = ended || [text.push];
  const confirmation = polling ? `${text.confirmationNumber} ${number}` : '';
  return (
    <Screen
      {...drawn}
      id="wait"
      title={title as string}
      lead={lead}
      status={ended ? lead : `${announcementOf(sent)} ${confirmation}`.trim()}
      primary={ended && resendWords(sent)}
      held={secondsToResend(sent) > 0}
      foot={
        <button type="button" class="second" onClick={() => drawn.send({ type: 'OTHER_METHOD_ASKED' })}>
          {text.otherMethod}
        </button>
      }
    >
      {polling && (
        <p class="number">
          {text.confirmationNumber} <b>{number}</b>
        </p>
      )}
      {!ended && (
        <ol class="steps">
          {text.pushWait.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {!ended && <TimeLeft sent={sent} send={drawn.send} />}
    </Screen>
  );
}
