import { h, type JSX } from 'preact';
import * as text from 'words';
import { CODE_ATTEMPTS } from '../../contract/protections';
import { announcementOf } from '../countdown';
import type { Step } from '../flow';
import { phoneGroups } from '../format';
import { TimeLeft } from '../parts/countdown';
import { NUMERIC, TextField } from '../parts/fields';
import { reading } from '../parts/reading';
import { type Drawn, Screen } from '../parts/screen';

/** The code from the message: one field, sent when it is full. */
export const code = (drawn: Drawn, step: Step & { is: 'code' }): JSX.Element => (
  <Screen
    {...drawn}
    id="code"
    title={text.code}
    lead={text.codeSent(phoneGroups(step.person.phone))}
    primary={text.confirm}
    status={announcementOf(step.sent)}
  >
    <TextField
      {...drawn}
      field="code"
      label={text.codeNumber}
      value={step.code}
      input={{ ...NUMERIC, autocomplete: 'one-time-code', enterkeyhint: 'go' }}
      class="large"
      isFirst
    />
    <TimeLeft sent={step.sent} send={drawn.send} />
    {step.attemptsLeft > 0 && step.attemptsLeft < CODE_ATTEMPTS && !drawn.state.problem && (
      <p class="left">{text.attemptsLeft.confirmCode(step.attemptsLeft)}</p>
    )}
    {reading(text.codeHelp, text.codeHelpText)}
  </Screen>
);
