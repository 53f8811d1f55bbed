import { h, type JSX } from 'preact';
import * as text from 'words';
import { availableAt, chargeableAt, choiceAt, mostAt, type PointsField, type PointsStep, shortOf } from '../choice';
import { commas } from '../format';
import { NUMERIC, TextField } from '../parts/fields';
import { fold } from '../parts/fold';
import { type Drawn, Screen } from '../parts/screen';

/** Round amounts that are offered where more can be used. */
const CHIPS = [10000, 5000];

/** The 두툼 points that cannot be used, each with the reason. */
function Unusable({ step }: { step: PointsStep }): JSX.Element | null {
  const offers = step.available.dutumPoints.filter(({ usable, balance }) => !usable && balance > 0);
  let sum = 0;
  offers.forEach(({ balance }) => {
    sum += balance;
  });
  return offers.length === 0
    ? null
    : fold(
        text.unused(sum),
        <ul class="offers">
          {offers.map(({ name, balance, minAmount, reason }) => (
            <li key={name}>
              <p>
                <span>{name}</span> <b>{text.points(balance)}</b>
              </p>
              <p class="hint">
                {reason && text.unusable[reason]}
                {minAmount > 0 && <em>{text.minAmount(minAmount)}</em>}
              </p>
            </li>
          ))}
        </ul>,
      );
}

/** Amounts to choose with one press. */
function Chips({ drawn: { state, send }, step }: { drawn: Drawn; step: PointsStep }): JSX.Element {
  const most = mostAt(step, state.mctAmount);
  const chip = (amount: string, label: string) => (
    <button
      type="button"
      class="small"
      key={amount}
      aria-pressed={amount ? (amount === step.amount ? 'true' : 'false') : undefined}
      onClick={() => send({ type: 'AMOUNT_CHOSEN', amount })}
    >
      {label}
    </button>
  );
  return (
    <div class="chips">
      {chip(`${most}`, text.useAll)}
      {CHIPS.filter((points) => points < most).map((points) => chip(`${points}`, text.points(points)))}
      {chip('', text.typeIn)}
    </div>
  );
}

/** Whether PAYCO charges what is missing, and how much that is. */
function Charging({ drawn: { state, send }, step }: { drawn: Drawn; step: PointsStep }): JSX.Element {
  const short = shortOf(step, choiceAt(step, state.mctAmount).ocbPoint);
  const hint = !short ? 'possible' : step.charge ? 'chosen' : 'missing';
  return (
    <div class="charging">
      <label class="check">
        <input
          type="checkbox"
          checked={step.charge}
          aria-describedby="charge-hint"
          onChange={(event) => send({ type: 'CHARGE_CHOSEN', value: event.currentTarget.checked })}
        />
        <span>{text.charge}</span>
      </label>
      <p class="hint" id="charge-hint">
        {text.chargeHint[hint](short || chargeableAt(step, state.mctAmount))}
      </p>
    </div>
  );
}

/** There is nothing to use: the shopper goes back to the shop. */
const nothing = (drawn: Drawn, step: PointsStep): JSX.Element => (
  <Screen
    {...drawn}
    id="points"
    title={text.nothing}
    lead={text.nothingNext}
    foot={
      <button type="button" class="primary" onClick={() => drawn.send({ type: 'CLOSE_PRESSED' })}>
        {text.withoutPoints}
      </button>
    }
  >
    <Unusable step={step} />
  </Screen>
);

/** How many points: one amount, or each kind by itself. */
export function points(drawn: Drawn, step: PointsStep): JSX.Element {
  const { state, send } = drawn;
  const { mctAmount } = state;
  const { ocbPoint, dutumPoint, chargePoint } = choiceAt(step, mctAmount);
  const available = availableAt(step, mctAmount);
  const canCharge = chargeableAt(step, mctAmount) > 0;
  const most = mostAt(step, mctAmount);
  if (!most && !canCharge) return nothing(drawn, step);
  const total = ocbPoint + dutumPoint;
  const left = text.won(Math.max(0, mctAmount - total));
  const limited = step.limit && text.limits[step.limit.by](step.limit.most);
  const field = (name: PointsField, label: string, balance: number) => (
    <TextField
      {...drawn}
      field={name}
      label={label}
      value={commas(step[name])}
      input={{ ...NUMERIC, enterkeyhint: 'done' }}
      hint={text.balance(balance)}
      class={name === 'amount' ? 'amount whole' : 'amount'}
    />
  );
  const parts = [dutumPoint, ocbPoint - chargePoint, chargePoint];
  const told = [limited, total > 0 && text.using(total), mctAmount > 0 && `${text.leftToPay} ${left}`]
    .filter(Boolean)
    .join(', ');
  return (
    <Screen
      {...drawn}
      id="points"
      title={text.choose}
      primary={text.use(total)}
      held={step.heldBy > 0}
      status={step.quietBy ? '' : told}
      foot={
        mctAmount > 0 && (
          <p class="total">
            <span>{text.leftToPay}</span> <b>{left}</b>
          </p>
        )
      }
    >
      {step.isSplit
        ? [
            field('ocbPoint', text.ocbPoint, available.ocbPoint),
            field('dutumPoint', text.dutumPoint, available.dutumPoint),
          ]
        : field('amount', text.amount, available.ocbPoint + available.dutumPoint)}
      {limited && <p class="limited hint">{limited}</p>}
      {!step.isSplit && most > 0 && <Chips drawn={drawn} step={step} />}
      {available.dutumPoint > 0 && (
        <div class="row hint">
          {!step.isSplit && (
            <p>
              {text.kinds
                .map((kind, index) => parts[index] && `${kind} ${commas(parts[index] as number)}`)
                .filter(Boolean)
                .join(' + ')}
            </p>
          )}
          <button type="button" class="small" onClick={() => send({ type: 'SPLIT_CHOSEN', value: !step.isSplit })}>
            {step.isSplit ? text.join : text.split}
          </button>
        </div>
      )}
      {canCharge && <Charging drawn={drawn} step={step} />}
      <Unusable step={step} />
    </Screen>
  );
}
