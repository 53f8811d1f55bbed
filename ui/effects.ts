/** Does what the reducer says. Each effect comes back, if it does, as one event. */
import type { ToHost } from '../contract/messages';
import { sendCall } from './api';
import { keepEntries } from './entries';
import type { Effect, Event } from './events';
import type { Method } from './flow';
import type { Send } from './store';

const TEXT_SIZE_KEY = 'okcashbag-large-text';

/** Whether the shopper chose large text here before. A browser may forbid to ask. */
export function isLargeText(): boolean {
  try {
    return localStorage.getItem(TEXT_SIZE_KEY) === '1';
  } catch (_forbidden) {
    return false;
  }
}

function rememberTextSize(large: boolean): void {
  try {
    localStorage.setItem(TEXT_SIZE_KEY, large ? '1' : '');
  } catch (_forbidden) {
    // Then it is forgotten.
  }
}

const METHOD_KEY = 'okcashbag-method ';

/** How somebody identified last in this browser at the merchant whose page has this origin. */
export function lastMethodAt(origin: string): Method | null {
  try {
    const method = localStorage.getItem(METHOD_KEY + origin) || '';
    return /^(card|phone|push)$/.test(method) ? (method as Method) : null;
  } catch (_forbidden) {
    return null;
  }
}

function rememberMethod(origin: string, method: Method): void {
  try {
    localStorage.setItem(METHOD_KEY + origin, method);
  } catch (_forbidden) {
    // Then it is forgotten.
  }
}

/** Gives the focus to the element with an id, if there is one, and shows what is wrong with it. */
export function focusOn(id: (Effect & { type: 'focus' })['target']): void {
  const element = document.getElementById(id);
  if (element) element.focus();
  // What is wrong with a field stands below it. Internet Explorer would put it at the very top.
  const problem = document.getElementById(`${id}-problem`);
  if (problem && 'scrollBehavior' in problem.style) problem.scrollIntoView({ block: 'nearest' });
}

/** Runs effects; `send` is told how they went, `tellHost` hears the outcome. */
export function createEffects(send: Send, tellHost: (message: ToHost) => void): (effect: Effect) => void {
  const entries = keepEntries((outside) => send({ type: 'WENT_BACK', outside }));
  let giveUp = (): void => {};
  let stopListening = (): void => {};
  let outcome: ToHost | null = null;
  let isTold = false;

  function listenForCode(): void {
    if (!('OTPCredential' in window)) return;
    const controller = new AbortController();
    stopListening = () => controller.abort();
    const options = { otp: { transport: ['sms'] }, signal: controller.signal } as CredentialRequestOptions;
    navigator.credentials.get(options).then(
      (credential) => {
        const code = (credential as { code?: string } | null)?.code;
        if (code) send({ type: 'CODE_RECEIVED', code });
      },
      // Given up, or nothing came: the shopper types.
      () => {},
    );
  }

  return (effect) => {
    switch (effect.type) {
      case 'send': {
        const { id, call } = effect;
        giveUp();
        giveUp = sendCall(effect, (how) => send({ ...how, id, call, now: Date.now() } as Event));
        break;
      }
      case 'abort':
        giveUp();
        break;
      case 'wait':
        setTimeout(() => send({ type: effect.timer, id: effect.id, now: Date.now() }), effect.ms);
        break;
      case 'focus':
        focusOn(effect.target);
        break;
      case 'keepEntries':
        entries.keep(effect.count);
        break;
      case 'leave':
        giveUp();
        stopListening();
        // The last message counts: a host that closes us meanwhile wants to hear of nothing else.
        outcome = effect.message;
        isTold = false;
        entries.keep(0, () => {
          isTold = true;
          if (outcome) tellHost(outcome);
        });
        break;
      case 'repeatOutcome':
        if (isTold && outcome) tellHost(outcome);
        break;
      case 'tellDevelopers': {
        const { errorCode, errorDetailMessage } = effect.errorObject;
        // Internet Explorer 8 has a console only while its tools are open.
        if (window.console) console.error(`OKcashbagAPI: ${errorCode} ${errorDetailMessage}`);
        break;
      }
      case 'rememberTextSize':
        rememberTextSize(effect.large);
        break;
      case 'rememberMethod':
        rememberMethod(effect.origin, effect.method);
        break;
      case 'listenForCode':
        stopListening();
        if (effect.on) listenForCode();
        break;
    }
  };
}
