import { h, type JSX } from 'preact';
import * as text from 'words';
import type { Method } from '../flow';
import { METHOD_ICONS, NextIcon } from '../parts/icons';
import { CallCentre, ProblemText } from '../parts/problem';
import { type Drawn, Screen } from '../parts/screen';

const METHODS = Object.keys(text.methods) as Method[];

/**
 * The ways to identify oneself, each with one line that says what is needed. When the card does not do, why, and who
 * helps.
 */
export const method = (drawn: Drawn): JSX.Element => (
  <Screen {...drawn} id="method" title={text.method} lead={drawn.state.withoutCard ? text.withoutCard : ''} ownProblem>
    <ProblemText {...drawn} />
    {METHODS.map((name) => {
      if (name === 'card' && drawn.state.withoutCard) return null;
      const Icon = METHOD_ICONS[name];
      const [title, line] = text.methods[name];
      return (
        <div class="choice" key={name}>
          <Icon />
          <p>
            <button
              type="button"
              aria-describedby={`${name}-line`}
              onClick={() => drawn.send({ type: 'METHOD_CHOSEN', method: name })}
            >
              {title}
            </button>
            <span id={`${name}-line`}>{line}</span>
          </p>
          <NextIcon />
        </div>
      );
    })}
    {drawn.state.withoutCard && <CallCentre />}
  </Screen>
);
