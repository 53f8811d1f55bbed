import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Consents, Step } from '../flow';
import { ProblemText } from './problem';
import type { Drawn } from './screen';

const CONSENTS = Object.keys(text.consents) as (keyof Consents)[];

/** What was unfolded is to be seen, with the line that it belongs to. Internet Explorer puts that at the top. */
function bringIntoSight(list: HTMLElement | null): void {
  if (list) (list.parentNode as HTMLElement).scrollIntoView({ block: 'nearest' });
}

/** One box for the four consents that an identity check needs. It opens to the four, each with what it means. */
export function ConsentList({ state, send, step }: Drawn & { step: Step & { is: 'phone' } }): JSX.Element {
  const { person, unfolded } = step;
  const wrong = state.problem?.field === 'consents';
  const box = (to: keyof Consents | 'all', checked: boolean, label: string) => (
    <label class="check">
      <input
        type="checkbox"
        id={to === 'all' ? 'consents' : to}
        name="consents"
        checked={checked}
        aria-invalid={to === 'all' && wrong ? 'true' : undefined}
        aria-describedby={to === 'all' ? `required${wrong ? ' consents-problem' : ''}` : `${to}-words`}
        onChange={(event) => send({ type: 'CONSENTED', to, value: event.currentTarget.checked })}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <div class="consents">
      <div class="agree">
        {box(
          'all',
          CONSENTS.every((to) => person.consents[to]),
          text.allConsents,
        )}
        <span id="required">{text.required}</span>
        <button
          type="button"
          class="small"
          aria-expanded={unfolded ? 'true' : 'false'}
          aria-label={`${text.allConsents} ${text.read}`}
          onClick={() => send({ type: 'CONSENTS_UNFOLDED' })}
        >
          {text.read}
        </button>
      </div>
      {unfolded && (
        <ul ref={bringIntoSight}>
          {CONSENTS.map((to) => {
            const [label, words] = text.consents[to];
            return (
              <li key={to}>
                {box(to, person.consents[to], label as string)}
                <p class="hint" id={`${to}-words`}>
                  {words}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      <ProblemText state={state} send={send} field="consents" />
    </div>
  );
}
