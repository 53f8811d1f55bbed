import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Consents, Step } from '../flow';
import { phoneGroups } from '../format';
import { described, Labelled, NUMERIC, TextField } from '../parts/fields';
import { ProblemText } from '../parts/problem';
import { reading } from '../parts/reading';
import { type Drawn, Screen } from '../parts/screen';

const CARRIERS = Object.keys(text.carriers) as (keyof typeof text.carriers)[];
const CONSENTS = Object.keys(text.consents) as (keyof Consents)[];

/** Four consents that an identity check needs, and one box for all. Each can be read. */
function ConsentList({ state, send, consents }: Drawn & { consents: Consents }): JSX.Element {
  const all = CONSENTS.every((to) => consents[to]);
  const box = (to: keyof Consents | 'all', checked: boolean, label: string) => (
    <label class="check">
      <input
        type="checkbox"
        id={to === 'all' ? 'consents' : to}
        checked={checked}
        aria-describedby={to === 'all' && state.problem?.field === 'consents' ? 'consents-problem' : undefined}
        onChange={(event) => send({ type: 'CONSENTED', to, value: event.currentTarget.checked })}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <div class="consents">
      {box('all', all, text.allConsents)}
      <ul>
        {CONSENTS.map((to) => {
          const [label, words] = text.consents[to];
          return (
            <li key={to}>
              {box(to, consents[to], label as string)}
              {reading(label as string, words as string)}
            </li>
          );
        })}
      </ul>
      <ProblemText state={state} send={send} field="consents" />
    </div>
  );
}

/** Who the shopper is, for the identity check by a code to their phone. */
export function phone(drawn: Drawn, { person }: Step & { is: 'phone' }): JSX.Element {
  const carrier = { ...drawn, field: 'carrier' as const, label: text.carrier };
  return (
    <Screen {...drawn} id="phone" title={text.phone} primary={text.requestCode}>
      <TextField
        {...drawn}
        field="name"
        label={text.name}
        value={person.name}
        input={{ type: 'text', autocomplete: 'name', enterkeyhint: 'next' }}
      />
      <div class="pair">
        <TextField
          {...drawn}
          field="birthDate"
          label={text.birthDate}
          value={person.birthDate}
          input={{ ...NUMERIC, autocomplete: 'bday', enterkeyhint: 'next', placeholder: 'YYMMDD' }}
        />
        <TextField
          {...drawn}
          field="firstDigit"
          label={text.firstDigit}
          value={person.firstDigit}
          input={{ ...NUMERIC, enterkeyhint: 'next' }}
        />
      </div>
      <Labelled {...carrier}>
        <select
          {...described(carrier)}
          value={person.carrier}
          onChange={(event) => drawn.send({ type: 'TYPED', field: 'carrier', value: event.currentTarget.value })}
        >
          {CARRIERS.map((code) => (
            <option key={code} value={code} disabled={!code}>
              {text.carriers[code]}
            </option>
          ))}
        </select>
      </Labelled>
      <TextField
        {...drawn}
        field="phone"
        label={text.phoneNumber}
        value={phoneGroups(person.phone)}
        input={{ type: 'tel', autocomplete: 'tel', enterkeyhint: 'done' }}
      />
      <ConsentList {...drawn} consents={person.consents} />
    </Screen>
  );
}
