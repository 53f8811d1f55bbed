/** An element as the engine names it. */
export interface ElementRef {
  readonly [key: string]: string;
}

/** What W3C WebDriver and the old JSON wire protocol have in common: the commands that a driver's words are made of. */
export interface Session {
  go(url: string): Promise<void>;
  /** Runs the body of a function in the document that was entered last. */
  execute<T>(script: string, ...args: unknown[]): Promise<T>;
  /** Enters a frame of the current document, or the page itself again. */
  enter(frame: ElementRef | null): Promise<void>;
  click(element: ElementRef): Promise<void>;
  /** Types key by key; what stood in the field before is gone. */
  retype(element: ElementRef, text: string): Promise<void>;
  /** Presses keys where the focus is; both protocols have a character for each. */
  keys(characters: string): Promise<void>;
  keyWithControl(character: string): Promise<void>;
  close(): Promise<void>;
}

/** What only W3C WebDriver can do. */
export interface ModernSession extends Session {
  back(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** An element as a screen reader finds it. */
  roleAndName(element: ElementRef): Promise<[role: string, name: string]>;
}

const REQUEST_LIMIT_MS = 20_000;

/**
 * One request of a wire protocol; a driver that does not answer fails the test instead of hanging it, and the error
 * says to what.
 */
export async function command<T>(
  method: string,
  url: string,
  body?: object,
  limitMs: number = REQUEST_LIMIT_MS,
): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(limitMs),
  }).catch((error: Error) => {
    throw new Error(`The driver did not answer ${method} ${new URL(url).pathname}: ${error.message}`);
  });
  const text = await response.text();
  return (text ? JSON.parse(text) : {}) as T;
}
