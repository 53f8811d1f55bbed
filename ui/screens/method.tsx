import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Method, State } from '../flow';
import { METHOD_ICONS, NextIcon } from '../parts/icons';
import { CallCentre, ProblemText } from '../parts/problem';
import { type Drawn, Screen } from '../parts/screen';

const METHODS = Object.keys(text.methods) as Method[];

/** The ways there are; the one that was taken last stands first. */
function waysOf({ withoutCard, cardLocked, lastMethod }: State): Method[] {
  const ways = METHODS.filter((name) => name !== 'card' || !(withoutCard || cardLocked));
  return ways.filter((name) => name === lastMethod).concat(ways.filter((name) => name !== lastMethod));
}

/** Why the card is missing; empty when it is not, or when that is what is said just now. */
function whyWithoutCard({ withoutCard, cardLocked, problem }: State): string {
  if (withoutCard) return text.withoutCard;
  return problem ? '' : cardLocked;
}

/**
 * The ways to identify oneself, each with one line that says what is needed. When the card does not do, why, and who
 * helps.
 */
export function method(drawn: Drawn): JSX.Element {
  const { state, send } = drawn;
  const why = whyWithoutCard(state);
  return (
    <Screen {...drawn} id="method" title={text.method} lead={why} ownProblem>
      <ProblemText {...drawn} />
      {waysOf(state).map((name) => {
        const Icon = METHOD_ICONS[name];
        const [title, line] = text.methods[name];
        return (
          <div class="choice" key={name}>
            <Icon />
            <p>
              <button
                type="button"
                aria-describedby={`${name}-line`}
                onClick={() => send({ type: 'METHOD_CHOSEN', method: name })}
              >
                {title}
              </button>
              <span id={`${name}-line`}>{line}</span>
            </p>
            <NextIcon />
          </div>
        );
      })}
      {why && state.problem?.remedy !== 'call' && <CallCentre />}
    </Screen>
  );
}
