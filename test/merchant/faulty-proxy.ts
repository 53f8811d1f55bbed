import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Answer {
  status: number;
  type: string;
  body: string;
}

/** One request at the proxy. `pass` forwards it to the server and returns the response. */
interface Passage {
  pass: () => Promise<Answer>;
  response: ServerResponse;
  /** Lets the caller's time limit expire; resolves when the caller has disconnected. */
  stall: () => Promise<void>;
  /** Delays an action until `deliver`. */
  hold: (later: () => Promise<unknown>) => void;
}

const send = (response: ServerResponse, { status, type, body }: Answer) =>
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });

const page = (status: number): Answer => ({ status, type: 'text/html', body: `<h1>${status}</h1>` });

/** A wait of this length is a call's time limit. */
const TIME_LIMIT = 10_000;

/** The faults between a merchant and OCB. */
const FAULTS = {
  'the request is lost': async ({ response }) => void response.destroy(),
  'the answer is lost': async ({ pass, response }) => {
    await pass();
    response.destroy();
  },
  'the answer takes too long': async ({ pass, stall }) => {
    await pass();
    await stall();
  },
  'the request is late, and arrives while the kit asks about it': async ({ pass, stall }) => {
    await stall();
    await pass();
  },
  'the request is late, and arrives after the verdict': async ({ pass, stall, hold }) => {
    hold(pass);
    await stall();
  },
  'the answer is cut in the middle': async ({ pass, response }) => {
    const answer = await pass();
    send(response, answer).write(answer.body.slice(0, answer.body.length / 2), () => response.destroy());
  },
  'a gateway fails before it asks': async ({ response }) => void send(response, page(500)).end('<h1>500</h1>'),
  'a gateway fails after it asked': async ({ pass, response }) => {
    await pass();
    send(response, page(502)).end('<h1>502</h1>');
  },
  'the answer is garbage': async ({ pass, response }) => {
    const answer = await pass();
    const body = `${answer.body.slice(24)}${answer.body.slice(0, 24)}`;
    send(response, { ...answer, status: 200, body }).end(body);
  },
  'the request arrives twice': async ({ pass, response }) => {
    const [, answer] = await Promise.all([pass(), pass()]);
    send(response, answer).end(answer.body);
  },
} satisfies Record<string, (passage: Passage) => Promise<void>>;

export type Fault = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];

/**
 * Starts a proxy between a merchant and OCB that applies the entries of `script` to successive requests; null, and the
 * end of the script, let a request through. Time does not pass: a wait of the kit ends at once, and its time limit when
 * the proxy stalls.
 */
export async function startProxy(target: string) {
  const script: (Fault | null)[] = [];
  let held: (() => Promise<unknown>)[] = [];
  let runOut: (() => void)[] = [];

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const { authorization = '', accept = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, accept, 'content-type': type };
    const body = await text(request);
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    const passage: Passage = {
      response,
      async pass() {
        const answer = await fetch(target + url, { method, headers, body });
        return {
          status: answer.status,
          type: answer.headers.get('content-type') ?? '',
          body: await answer.text(),
        };
      },
      async stall() {
        for (const end of runOut) end();
        await gone;
      },
      hold: (later) => void held.push(later),
    };
    const fault = script.shift();
    if (fault) return FAULTS[fault](passage);
    const answer = await passage.pass();
    send(response, answer).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The kit's `sleep`. */
    sleep: (ms: number): Promise<void> => {
      if (ms < TIME_LIMIT) return Promise.resolve();
      return new Promise((resolve) => {
        runOut = [resolve];
      });
    },
    /** Sets the faults of the next requests. */
    suffer(faults: readonly (Fault | null)[]): void {
      script.splice(0, script.length, ...faults);
    },
    /** Delivers the delayed requests. */
    async deliver(): Promise<void> {
      const late = held;
      held = [];
      await Promise.all(late.map((pass) => pass()));
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type FaultyProxy = Awaited<ReturnType<typeof startProxy>>;
