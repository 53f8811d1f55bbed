import { h, type JSX } from 'preact';
import * as text from 'words';
import { mostUsable } from '../../contract/rules';
import { availableAt, choiceAt, refusedAt } from '../choice';
import type { Problem, Step } from '../flow';
import { commas } from '../format';
import { NUMERIC, TextField } from '../parts/fields';
import { type Drawn, Screen } from '../parts/screen';

type PointsStep = Step & { is: 'points' };

/** Each 두툼 point with its condition, and why one cannot be used. */
const DutumList = ({ step }: { step: PointsStep }): JSX.Element => (
  <ul class="offers">
    {step.available.dutumPoints.map((offer) => (
      <li key={offer.name} class={offer.usable ? '' : 'off'}>
        <p>
          <span>{offer.name}</span> <b>{text.points(offer.balance)}</b>
        </p>
        <p class="hint">
          {(offer.usable || offer.minAmount > 0) && text.minAmount(offer.minAmount)}
          {!offer.usable && offer.reason && <em>{text.unusable[offer.reason]}</em>}
        </p>
      </li>
    ))}
  </ul>
);

/** How many points of which kind. What is wrong is said while it is typed. */
export function points(drawn: Drawn, step: PointsStep): JSX.Element {
  const { state, send } = drawn;
  const { ocbPoint, dutumPoint, chargePoint } = choiceAt(step);
  const available = availableAt(step, state.mctAmount);
  const most = mostUsable(available);
  const refused = refusedAt(step, state.mctAmount);
  const live: Problem | null =
    refused && refused.reason !== 'empty' ? { text: text.refused[refused.reason], field: refused.field } : null;
  const shown = { send, state: { ...state, problem: state.problem || live } };
  const amount = { ...NUMERIC, enterkeyhint: 'done' as const, placeholder: '0' };
  const left = state.mctAmount - ocbPoint - dutumPoint;
  return (
    <Screen
      {...shown}
      id="points"
      title={text.choose}
      primary={text.use(ocbPoint + dutumPoint)}
      foot={
        state.mctAmount > 0 && (
          <p class="total">
            <span>{text.leftToPay}</span> <b>{text.won(Math.max(0, left))}</b>
          </p>
        )
      }
    >
      <p class="row hint">
        {text.most(most.ocbPoint + most.dutumPoint)}
        <button type="button" class="small" onClick={() => send({ type: 'ALL_USED' })}>
          {text.useAll}
        </button>
      </p>
      <TextField
        {...shown}
        field="ocbPoint"
        label={text.ocbPoint}
        value={commas(step.ocbPoint)}
        input={amount}
        hint={text.balance(available.ocbPoint)}
        class="amount"
      />
      {step.available.canCharge && (
        <div class="row">
          <label class="check">
            <input
              type="checkbox"
              checked={step.charge}
              aria-describedby="charge-hint"
              onChange={(event) => send({ type: 'CHARGE_CHOSEN', value: event.currentTarget.checked })}
            />
            <span>{text.charge}</span>
          </label>
          <span class="hint" id="charge-hint">
            {text.chargeHint(chargePoint)}
          </span>
        </div>
      )}
      {step.available.dutumPoints.length > 0 && (
        <TextField
          {...shown}
          field="dutumPoint"
          label={text.dutumPoint}
          value={commas(step.dutumPoint)}
          input={amount}
          hint={text.balance(available.dutumPoint)}
          class="amount"
        />
      )}
      <DutumList step={step} />
    </Screen>
  );
}
