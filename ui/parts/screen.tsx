import { type ComponentChildren, h, type JSX } from 'preact';
import * as text from 'words';
import type { State } from '../flow';
import { canGoBack } from '../moves';
import { isBusy } from '../reduce';
import type { Send } from '../store';
import { BackIcon, CloseIcon, LockIcon } from './icons';
import { ProblemText } from './problem';
import { Question } from './question';

/** What every screen is drawn from. */
export interface Drawn {
  state: State;
  send: Send;
}

interface ScreenProps extends Drawn {
  /** Tells screens apart: another key slides in. */
  id: string;
  title: string;
  lead?: string;
  /** Of the primary button, which submits the form. */
  primary?: string;
  /** The primary button takes no press yet. */
  held?: boolean;
  /** Under the scrolling part, above the primary button. */
  foot?: ComponentChildren;
  /** What a screen reader should hear of changes. */
  status?: string;
  /** The screen itself shows the problem that concerns no field. */
  ownProblem?: boolean;
  children?: ComponentChildren;
}

/** The screens that ask for secrets, or lead to them. */
const SECRET = /^(method|card|phone|newPin|confirmPin|pin)$/;

const Header = ({ state, send }: Drawn): JSX.Element => (
  <header>
    {(canGoBack(state) || state.asking) && (
      <button type="button" aria-label={text.back} onClick={() => send({ type: 'BACK_PRESSED' })}>
        <BackIcon />
      </button>
    )}
    <b class="brand">
      <LockIcon /> {text.brand}
    </b>
    <button
      type="button"
      id="largeText"
      aria-pressed={state.largeText ? 'true' : 'false'}
      onClick={() => send({ type: 'TEXT_SIZE_CHANGED' })}
    >
      {text.largeText}
    </button>
    <button type="button" id="close" aria-label={text.close} onClick={() => send({ type: 'CLOSE_PRESSED' })}>
      <CloseIcon />
    </button>
  </header>
);

/** Help when an answer is late, or was lost. */
const TryAgain = ({ state, send }: Drawn): JSX.Element | null => {
  const slow = isBusy(state) && state.request?.slow;
  return slow || state.again ? (
    <div class="again">
      {slow && <p role="alert">{text.slow}</p>}
      <button
        type="button"
        class={state.step.is === 'opening' ? 'primary' : 'second'}
        onClick={() => send({ type: 'TRY_AGAIN_PRESSED' })}
      >
        {text.again}
      </button>
    </div>
  ) : null;
};

/** The frame of every screen: header, what is bought, title, a part that scrolls, and what is always in reach below. */
export function Screen(props: ScreenProps): JSX.Element {
  const { state, send, id, title, lead, primary, held, foot, status, ownProblem, children } = props;
  const busy = isBusy(state);
  // Where something is typed, the foot is small, for the keyboard leaves little.
  const problem = !ownProblem && <ProblemText state={state} send={send} />;
  // Without a primary button to say so, the lead says that something is under way.
  const line = busy && !primary && id !== 'opening' ? text.busy : lead;
  const dialog = { role: 'dialog', 'aria-modal': 'true', 'aria-label': text.dialog } as const;
  if (state.asking) {
    return (
      <div class="sheet" {...dialog}>
        <Header state={state} send={send} />
        <Question send={send} />
      </div>
    );
  }
  return (
    <div class={primary ? 'sheet sends' : 'sheet'} {...dialog}>
      <Header state={state} send={send} />
      <p role="status" class="unseen">
        {busy ? text.busy : status}
      </p>
      <main key={id} class={id} aria-busy={busy ? 'true' : 'false'}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send({ type: 'SUBMITTED', from: (document.activeElement as HTMLInputElement | null)?.name });
          }}
        >
          <div class="body">
            {state.merchantName && state.step.is !== 'done' && (
              <p class="order">
                <span>{state.merchantName}</span>
                {state.mctAmount > 0 && <b>{text.won(state.mctAmount)}</b>}
              </p>
            )}
            <h1 id="title" tabIndex={-1}>
              {title}
            </h1>
            {line && (
              <p class="lead" id="lead">
                {line}
              </p>
            )}
            {SECRET.test(id) && (
              <p class="trust">
                <LockIcon /> {text.trust}
              </p>
            )}
            {children}
            {primary && problem}
          </div>
          <div class="foot">
            {!primary && problem}
            <TryAgain state={state} send={send} />
            {foot}
            {primary && (
              <button
                type="submit"
                id="primary"
                class="primary"
                aria-disabled={busy || held ? 'true' : 'false'}
                // In WebKit, a button that is pressed leaves the focus where it is: as if Enter was pressed in a field.
                onClick={(event) => event.detail && event.currentTarget.focus()}
              >
                {busy ? text.busy : primary}
              </button>
            )}
          </div>
        </form>
      </main>
    </div>
  );
}
