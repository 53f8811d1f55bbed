import { h, type JSX } from 'preact';
import type { Send } from '../store';
import { described, type FieldProps } from './fields';
import { ProblemText } from './problem';

/** Radio buttons as tiles. Whoever presses one goes on to the next field; arrow keys only go from tile to tile. */
export function Tiles(props: FieldProps & { value: string; options: { [value: string]: string } }): JSX.Element {
  const { state, send, field, label, value, options } = props;
  const attributes = described(props);
  const values = Object.keys(options);
  return (
    <div
      class="field"
      role="radiogroup"
      aria-labelledby={`${field}-label`}
      aria-describedby={attributes['aria-describedby']}
      aria-invalid={attributes['aria-invalid']}
    >
      <b class="label" id={`${field}-label`}>
        {label}
      </b>
      <div class="tiles">
        {values.map((one) => (
          <label class="tile" key={one}>
            <input
              type="radio"
              id={one === (value || values[0]) ? attributes.id : undefined}
              name={attributes.name}
              checked={one === value}
              onClick={choosing(send, field, one)}
            />
            <span>{options[one]}</span>
          </label>
        ))}
      </div>
      <ProblemText state={state} send={send} field={field} />
    </div>
  );
}

/** Only a mouse or a finger tells how often it has clicked. */
const choosing = (send: Send, field: FieldProps['field'], value: string) => (event: MouseEvent) =>
  send({ type: 'TYPED', field, value, stays: !event.detail });
