import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { FRONT_API, type FrontCall, type FrontRequest, type FrontResponse } from '../contract/front-api';

/** A response. Status 0: the connection ended without one. */
export interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A response of the popup's API: `code` is `ok`, a refusal's code, or `none` if no readable response came. */
export interface Answer<C extends FrontCall> {
  code: string;
  status: number;
  /** The body of a 200. */
  ok?: FrontResponse<C>;
  /** The step that a refusal tells. */
  step?: unknown;
}

/** Somebody who makes HTTP requests from one address. */
export interface Caller {
  address: string;
  send(method: string, path: string, headers?: OutgoingHttpHeaders, body?: string | Buffer): Promise<Response>;
  /** Makes a call of the popup. `body` need not be right. */
  front<C extends FrontCall>(call: C, body: FrontRequest<C>, headers?: OutgoingHttpHeaders): Promise<Answer<C>>;
  close(): void;
}

/** The form of every response of the popup's API, as far as attacks look at it. */
interface Refused {
  errorObject?: { errorCode?: string };
  step?: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Creates a caller. `address` is one of this machine's loopback addresses. */
export function callerAt(url: string, address: string): Caller {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  const send: Caller['send'] = (method, path, headers = {}, body) =>
    new Promise((resolve) => {
      const hungUp = () => resolve({ status: 0, headers: {}, text: '' });
      const options = { hostname, port, method, path, headers, agent, localAddress: address };
      const asked = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', hungUp);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      asked.on('error', hungUp);
      asked.end(body);
    });

  return {
    address,
    send,
    async front<C extends FrontCall>(call: C, body: FrontRequest<C>, headers: OutgoingHttpHeaders = {}) {
      const types = { 'content-type': 'application/json', ...headers };
      const { status, text } = await send('POST', `${FRONT_API}/${call}`, types, JSON.stringify(body));
      const answer = parsed(text);
      if (status === 200) return { code: 'ok', status, ok: answer as FrontResponse<C> };
      const { errorObject, step } = (answer ?? {}) as Refused;
      return { code: errorObject?.errorCode ?? 'none', status, step };
    },
    close: () => agent.destroy(),
  };
}
