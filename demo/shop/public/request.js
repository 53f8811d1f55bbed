import { text } from './page.js';

/** The shop's server refused or was unreachable (status 0). `message` is for the shopper. */
export class ShopError extends Error {
  constructor(message, status, code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Calls the shop's server and returns the response's JSON. Throws a ShopError. */
export async function request(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new ShopError(text.shopUnreachable, 0);
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  if (answer.errorCode) throw new ShopError(answer.errorMessage, response.status, answer.errorCode);
  const message = { 400: text.invalidInput, 404: text.orderChanged, 409: text.orderChanged }[response.status];
  throw new ShopError(message ?? text.shopUnreachable, response.status);
}
