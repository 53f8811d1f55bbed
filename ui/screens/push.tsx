import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Step } from '../flow';
import { phoneGroups } from '../format';
import { TimeLeft } from '../parts/countdown';
import { TextField } from '../parts/fields';
import { type Drawn, Screen } from '../parts/screen';

/** The phone number first, then the wait for the app, which asks for the confirmation number. */
export const push = (drawn: Drawn, step: Step & { is: 'push' }): JSX.Element =>
  step.sent ? (
    <Screen
      {...drawn}
      id="wait"
      title={text.push}
      status={step.polling ? `${text.confirmationNumber} ${step.number}` : ''}
      foot={
        <button type="button" class="second" onClick={() => drawn.send({ type: 'OTHER_METHOD_ASKED' })}>
          {text.otherMethod}
        </button>
      }
    >
      {step.polling && (
        <p class="number">
          {text.confirmationNumber} <b>{step.number}</b>
        </p>
      )}
      <ol class="steps">
        {text.pushWait.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <TimeLeft sent={step.sent} send={drawn.send} />
    </Screen>
  ) : (
    <Screen {...drawn} id="push" title={text.push} lead={text.pushHint} primary={text.requestPush}>
      <TextField
        {...drawn}
        field="phone"
        label={text.phoneNumber}
        value={phoneGroups(step.phone)}
        input={{ type: 'tel', autocomplete: 'tel', enterkeyhint: 'go' }}
      />
    </Screen>
  );
