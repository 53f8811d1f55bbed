/** The popup's end of the front API: one call at a time, its answer checked before anybody reads it. */
import type { FrontRefusal } from '../contract/front-api';
import type { Call, Event } from './flow';

/** How it went: part of an event, for the one who called knows the id. */
export type Outcome =
  | { type: 'ANSWERED'; answer: unknown }
  | { type: 'REFUSED'; refusal: FrontRefusal }
  | { type: 'LOST'; why: (Event & { type: 'LOST' })['why'] };

/** An answer later than this is none. The wait for a push is answered after 25 s at the latest. */
const TIMEOUT_MS = 40000;

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

const isRefusal = (answer: Unchecked): boolean =>
  !!answer.errorObject.errorCode &&
  /^(retry|reauthenticate|stop)$/.test(answer.next) &&
  (!answer.step || isStep(answer.step));

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
        return { type: 'REFUSED', refusal: answer };
      }
    }
  } catch (_nonsense) {
    // Not JSON, or not of a shape that the checks can even look into.
  }
  return { type: 'LOST', why };
}

/** Sends a call. `done` is called once, unless the function that is returned is called first: it gives the call up. */
export function sendCall({ call, request }: Call, done: (outcome: Outcome) => void): () => void {
  const xhr = new XMLHttpRequest();
  let waiting = true;
  xhr.open('POST', `/front/v1/${call}`, true);
  xhr.timeout = TIMEOUT_MS;
  xhr.setRequestHeader('Content-Type', 'application/json');
  xhr.onreadystatechange = () => {
    if (xhr.readyState !== 4 || !waiting) return;
    waiting = false;
    done(outcome(xhr, call));
  };
  xhr.send(JSON.stringify(request));
  return () => {
    waiting = false;
    xhr.abort();
  };
}
