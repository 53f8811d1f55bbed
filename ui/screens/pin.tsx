import { h, type JSX } from 'preact';
import * as text from 'words';
import { PIN_ATTEMPTS } from '../../contract/protections';
import type { Step } from '../flow';
import { Keypad } from '../parts/keypad';
import { ProblemText } from '../parts/problem';
import { type Drawn, Screen } from '../parts/screen';

/** Six dots and a keypad: a new PIN, the same once more, or the one to pay with. */
export function pin(drawn: Drawn, step: Step & { is: 'newPin' | 'confirmPin' | 'pin' }): JSX.Element {
  const { state, send } = drawn;
  const [title, hint] = text.pins[step.is];
  const count = step.positions.length;
  const few = step.is === 'pin' && step.attemptsLeft < PIN_ATTEMPTS && !state.problem;
  return (
    <Screen
      {...drawn}
      id={step.is}
      title={title as string}
      lead={hint}
      status={text.entered(count)}
      ownProblem
      foot={<Keypad digits={step.keypad.digits} send={send} />}
    >
      <p class="dots" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((i) => (
          <i key={i} class={i < count ? 'on' : ''} />
        ))}
      </p>
      <ProblemText {...drawn} />
      {few && <p class="left">{text.attemptsLeft.verifyPin(step.attemptsLeft)}</p>}
      {step.is === 'pin' && (
        <button type="button" class="link" onClick={() => send({ type: 'PIN_FORGOTTEN' })}>
          {text.pinForgotten}
        </button>
      )}
    </Screen>
  );
}
