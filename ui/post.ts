/** A request to the front server, as it leaves. */
import * as text from 'words';
import type { Call } from './flow';

/** A response later than this counts as lost. The wait for a push is answered after 25 s at the latest. */
const TIMEOUT_MS = 40_000;

/** A request that has left; `body` is what it carries. */
export interface Posted {
  call: Call['call'];
  body: string;
  xhr: XMLHttpRequest;
}

/** Sends a call. */
export function post({ call, request }: Call): Posted {
  const body = JSON.stringify(request);
  const xhr = new XMLHttpRequest();
  xhr.open('POST', `/front/v1/${call}`, true);
  xhr.timeout = TIMEOUT_MS;
  xhr.setRequestHeader('Content-Type', 'application/json');
  // The language of this document, for a refusal before the session is known, or after it is gone.
  xhr.setRequestHeader('Accept-Language', text.locale);
  xhr.send(body);
  return { call, body, xhr };
}
