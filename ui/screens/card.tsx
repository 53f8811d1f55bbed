import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Step } from '../flow';
import { cardGroups } from '../format';
import { TextField } from '../parts/fields';
import { type Drawn, Screen } from '../parts/screen';

/** Where members of OK캐쉬백 get a new online password. */
const WEBSITE = 'https://www.okcashbag.com/';

/** Card number and online password. Before the last try there is a way out. */
export const card = (drawn: Drawn, step: Step & { is: 'card' }): JSX.Element => (
  <Screen {...drawn} id="card" title={text.card} lead={text.movesOn} primary={text.identify}>
    <TextField
      {...drawn}
      field="cardNumber"
      label={text.cardNumber}
      value={cardGroups(step.cardNumber)}
      input={{ type: 'text', inputMode: 'numeric', autocomplete: 'cc-number', enterkeyhint: 'next' }}
      isFirst
    />
    <TextField
      {...drawn}
      field="cardPassword"
      label={text.cardPassword}
      value={step.cardPassword}
      input={{ type: 'password', autocomplete: 'off', enterkeyhint: 'go' }}
      hint={text.cardPasswordHint}
    />
    <a class="link" href={WEBSITE} target="_blank" rel="noopener noreferrer" title={text.newWindow}>
      {text.findPassword}
    </a>
    {step.attemptsLeft > 0 && !drawn.state.problem && (
      <p class="left">{text.attemptsLeft.identifyByCard(step.attemptsLeft)}</p>
    )}
    {step.attemptsLeft === 1 && drawn.state.problem?.remedy !== 'otherMethod' && (
      <button type="button" class="second" onClick={() => drawn.send({ type: 'OTHER_METHOD_ASKED' })}>
        {text.otherMethod}
      </button>
    )}
  </Screen>
);
