import { type ComponentChildren, h, type JSX } from 'preact';
import type { Field } from '../flow';
import type { Send } from '../store';
import { ProblemText, problemId } from './problem';
import type { Drawn } from './screen';

type InputEvent = JSX.TargetedEvent<HTMLInputElement>;

const digitsIn = (value: string): number => value.replace(/\D/g, '').length;

/**
 * Tells what was typed. Where separators are put in meanwhile, the caret stays behind the digit that it was behind.
 * What the popup itself has put there was not typed: Internet Explorer 10 and 11 tell of that, too.
 */
const typing = (send: Send, field: Field, shown: string) => (event: InputEvent) => {
  const input = event.currentTarget;
  const typed = input.value;
  if (typed === shown) return;
  const before = digitsIn(typed.slice(0, input.selectionStart || 0));
  // What a browser fills in beside the field that has the focus is no reason to move it.
  send({ type: 'TYPED', field, value: typed, stays: document.activeElement !== input });
  // In WebKit, the caret brings the focus along.
  if (input.value === typed || !input.setSelectionRange || document.activeElement !== input) return;
  let caret = 0;
  while (digitsIn(input.value.slice(0, caret)) < before && caret < input.value.length) caret += 1;
  input.setSelectionRange(caret, caret);
};

export interface FieldProps extends Drawn {
  field: Field;
  label: string;
  hint?: ComponentChildren;
  /** It has the focus when the screen comes, so it tells what the screen is about. */
  isFirst?: boolean;
  /** Of the whole field. */
  class?: string;
}

/** Label above, the control, what is wrong below. */
export const Labelled = (props: FieldProps & { children: ComponentChildren }): JSX.Element => (
  <div class={`field ${props.class || ''}`}>
    <div class="label">
      <label for={props.field}>{props.label}</label>
      {props.hint && <span id={`${props.field}-hint`}>{props.hint}</span>}
    </div>
    {props.children}
    <ProblemText state={props.state} send={props.send} field={props.field} />
  </div>
);

/** What a control tells of itself: its name, whether it is wrong, and where that and the hint are said. */
export function described({ state, field, hint, isFirst }: FieldProps) {
  const wrong = !!state.problem && state.problem.field === field;
  const ids = (isFirst ? ['title', 'lead'] : []).concat(hint ? `${field}-hint` : [], wrong ? problemId(field) : []);
  return {
    id: field,
    name: field,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': ids.join(' ') || undefined,
  };
}

interface TextFieldProps extends FieldProps {
  value: string;
  /** Attributes of the input, as browsers and password managers expect them. */
  input: JSX.InputHTMLAttributes;
}

/** A line to type into. */
export const TextField = (props: TextFieldProps): JSX.Element => (
  <Labelled {...props}>
    <input
      {...props.input}
      {...described(props)}
      value={props.value}
      onInput={typing(props.send, props.field, props.value)}
      spellcheck={false}
    />
  </Labelled>
);

/** For digits only: the digits' keyboard on a phone. */
export const NUMERIC = { type: 'text', inputMode: 'numeric', autocomplete: 'off' } as const;
