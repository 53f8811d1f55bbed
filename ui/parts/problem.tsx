import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Event } from '../events';
import type { Field, Problem, State } from '../flow';
import { canTakeOtherMethod } from '../moves';
import type { Send } from '../store';
import { WarningIcon } from './icons';

const CUSTOMER_CENTRE = '1599-0512';

/** The id of the sentence that says what is wrong with a field. */
export const problemId = (field: Field): string => `${field}-problem`;

/** Calls the customer centre: the way on where only a person can help. */
export const CallCentre = (): JSX.Element => (
  <a class="second" href={`tel:${CUSTOMER_CENTRE.replace('-', '')}`}>
    {text.callCentre} {CUSTOMER_CENTRE}
  </a>
);

interface Place {
  state: State;
  send: Send;
  /** Draws the problem of this field; without it, the one that concerns none. */
  field?: Field;
}

/** The one button that leads on, where the screen itself has none for it. */
function WayOn({ state, send, remedy }: Place & { remedy: Problem['remedy'] }): JSX.Element | null {
  if (remedy === 'call') return <CallCentre />;
  // The wait for the app offers another method all the time.
  const isWait = state.step.is === 'push' && state.step.sent;
  const isOther = remedy === 'otherMethod' && canTakeOtherMethod(state.step) && !isWait;
  if (!isOther && remedy !== 'withoutCharge') return null;
  const event: Event = isOther ? { type: 'OTHER_METHOD_ASKED' } : { type: 'CHARGE_CHOSEN', value: false };
  return (
    <button type="button" class="second" onClick={() => send(event)}>
      {isOther ? text.otherMethod : text.withoutCharge}
    </button>
  );
}

/**
 * What went wrong, announced as soon as it is there, and the button that leads on. It takes the focus when no field
 * does.
 */
export function ProblemText(place: Place): JSX.Element | null {
  const { field } = place;
  const { problem } = place.state;
  if (!problem || problem.field !== field) return null;
  return (
    <div class="trouble">
      <div class="problem" role="alert" id={field ? problemId(field) : 'problem'} tabIndex={-1}>
        <p>
          <WarningIcon />
          {`\u00a0${problem.text} `}
          {problem.more && <b>{problem.more}</b>}
        </p>
      </div>
      <WayOn {...place} remedy={problem.remedy} />
    </div>
  );
}
