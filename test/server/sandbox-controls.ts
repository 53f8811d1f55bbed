import { ocb } from './fresh-sandbox';

/** Requests a path of the sandbox, and returns the response; `json` is undefined for a page. */
export async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(ocb.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text.startsWith('<') ? undefined : JSON.parse(text),
  };
}
