import { h, type JSX } from 'preact';
import * as text from 'words';
import { PIN_ATTEMPTS } from '../../contract/protections';
import type { Step } from '../flow';
import { Entry, Keypad } from '../parts/keypad';
import { type Drawn, Screen } from '../parts/screen';

/** Six dots right above a keypad: a new PIN, the same once more, or the one to pay with. */
export function pin(drawn: Drawn, step: Step & { is: 'newPin' | 'confirmPin' | 'pin' }): JSX.Element {
  const { state, send } = drawn;
  const [title, hint] = text.pins[step.is];
  const count = step.positions.length;
  const few = step.is === 'pin' && step.attemptsLeft < PIN_ATTEMPTS && !state.problem;
  return (
    <Screen
      {...drawn}
      id={`pin ${step.is}`}
      title={title as string}
      lead={hint}
      status={text.entered(count)}
      foot={
        <div class="entering">
          {few && <p class="left">{text.attemptsLeft.verifyPin(step.attemptsLeft)}</p>}
          <Entry count={count} problemId={state.problem ? 'problem' : undefined} />
          <Keypad digits={step.keypad.digits} send={send} />
        </div>
      }
    >
      {step.is === 'newPin' && (
        <ul class="hint rules">
          {text.pinRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
      <p class="hint">{text.shuffled}</p>
      {step.is === 'pin' && (
        <button type="button" class="link" onClick={() => send({ type: 'PIN_FORGOTTEN' })}>
          {text.pinForgotten}
        </button>
      )}
    </Screen>
  );
}
