/** The popup's end of the front API: one call at a time, its answer checked before anybody reads it. */
import * as text from 'words';
import type { FrontRefusal, FrontTrouble } from '../contract/front-api';
import type { Event } from './events';
import type { Call } from './flow';
import type { Posted } from './post';

/** How it went: part of an event, for the one who called knows the id. */
export type Outcome =
  | { type: 'ANSWERED'; answer: unknown }
  | { type: 'REFUSED'; refusal: FrontRefusal }
  | { type: 'LOST'; why: (Event & { type: 'LOST' })['why'] };

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is looked at before it has a type
type Unchecked = any;

/** A step of the session that a screen can be drawn from. Throws or says no for anything else. */
function isStep(step: Unchecked): boolean {
  switch (step.step) {
    case 'method':
      return true;
    case 'newPin':
    case 'confirmPin':
    case 'pin':
      return step.keypad.digits.length === 10;
    case 'points':
      return Array.isArray(step.dutumPoints);
  }
  return false;
}

function isAnswer(call: Call['call'], answer: Unchecked): boolean {
  if (call === 'open') return isStep(answer.next);
  if (call === 'authorize') return !!answer.ocbUseTrAuthToken;
  if (/^re\w+(Code|Push)$/.test(call)) return answer.expiresAt > 0;
  return (call === 'awaitPush' && answer.step === 'waiting') || isStep(answer);
}

/** What is said when the front server is older than this popup and leaves it to the popup. */
const UNSAID: FrontTrouble = { sentences: [text.lost.nonsense], remedy: 'here' };

const isRefusal = (answer: Unchecked): boolean =>
  !!answer.errorObject.errorCode &&
  /^(retry|reauthenticate|stop)$/.test(answer.next) &&
  (!answer.step || isStep(answer.step)) &&
  (!answer.trouble || Array.isArray(answer.trouble.sentences));

function outcome(xhr: XMLHttpRequest, call: Call['call']): Outcome {
  let why: (Outcome & { type: 'LOST' })['why'] = navigator.onLine === false ? 'offline' : 'network';
  try {
    // No answer is 0; in Internet Explorer 8 and 9 a number of Windows' own, as 12029, or an exception.
    if (xhr.status > 0 && xhr.status < 600) {
      why = 'nonsense';
      const answer: Unchecked = JSON.parse(xhr.responseText);
      if (xhr.status === 200) {
        if (isAnswer(call, answer)) return { type: 'ANSWERED', answer };
      } else if (isRefusal(answer)) {
        return { type: 'REFUSED', refusal: { trouble: UNSAID, ...answer } };
      }
    }
  } catch (_nonsense) {
    // Not JSON, or not of a shape that the checks can even look into.
  }
  return { type: 'LOST', why };
}

/** The request that the early script sent, when it is the same; any other that it sent is given up. */
function takeEarly({ call, request }: Call): Posted | undefined {
  const { posted } = window.early;
  window.early.posted = undefined;
  if (!posted || (posted.call === call && posted.body === JSON.stringify(request))) return posted;
  posted.xhr.abort();
  return undefined;
}

/** Sends a call. `done` is called once, unless the function that is returned is called first: it gives the call up. */
export function sendCall(call: Call, done: (outcome: Outcome) => void): () => void {
  const { xhr } = takeEarly(call) || window.early.post(call);
  let waiting = true;
  const settle = (): void => {
    if (xhr.readyState !== 4 || !waiting) return;
    waiting = false;
    done(outcome(xhr, call.call));
  };
  xhr.onreadystatechange = settle;
  // An early request may have been answered by now.
  settle();
  return () => {
    waiting = false;
    xhr.abort();
  };
}
