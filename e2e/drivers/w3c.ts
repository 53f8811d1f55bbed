import { command, type ElementRef, type ModernSession } from './session';

/** The name under which an element goes over the wire. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Of eight scripts that WebKitWebDriver is given while a page comes back from the browser's memory, it answers seven;
 * the next one it answers at once. So a script is given up soon, and the driver's words try again (remote.ts).
 */
const SCRIPT_LIMIT_MS = 5_000;

/** The character of the key. */
const CONTROL = '\uE009';

interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** Opens a session of W3C WebDriver at a driver's address. */
export async function w3cSession(driverUrl: string, capabilities: object): Promise<ModernSession> {
  async function send<T>(method: string, path: string, body?: object, limitMs?: number): Promise<T> {
    const { value } = await command<{ value: T & { error?: string; message?: string } }>(
      method,
      driverUrl + path,
      body,
      limitMs,
    );
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  const post = <T>(path: string, body?: object) => send<T>('POST', `/session/${sessionId}${path}`, body);
  const get = <T>(path: string) => send<T>('GET', `/session/${sessionId}${path}`);
  const to = (element: ElementRef, verb: string) => `/element/${element[ELEMENT]}/${verb}`;
  const execute = <T>(script: string, ...args: unknown[]) =>
    send<T>('POST', `/session/${sessionId}/execute/sync`, { script, args }, SCRIPT_LIMIT_MS);
  /** WebKitWebDriver looks whether the element is in the window, not whether a part that scrolls hides it. */
  async function click(element: ElementRef): Promise<void> {
    await execute(`arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })`, element);
    await post(to(element, 'click'));
  }
  const pressed = (value: string): KeyAction[] => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  const keyboard = (actions: KeyAction[]) =>
    post<void>('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  return {
    go: (url) => post('/url', { url }),
    back: () => post('/back'),
    execute,
    enter: (frame) => post('/frame', { id: frame }),
    click,
    async retype(element, text) {
      await click(element);
      // WebKit's own clearing tells the page of no input: a screen that is drawn anew would have the old text again.
      await execute('arguments[0].select()', element);
      await post(to(element, 'value'), { text });
    },
    keys: (characters) => keyboard([...characters].flatMap(pressed)),
    keyWithControl: (character) =>
      keyboard([{ type: 'keyDown', value: CONTROL }, ...pressed(character), { type: 'keyUp', value: CONTROL }]),
    resize: (width, height) => post('/window/rect', { x: 0, y: 0, width, height }),
    roleAndName: async (element) => [await get(to(element, 'computedrole')), await get(to(element, 'computedlabel'))],
    close: () => send('DELETE', `/session/${sessionId}`),
  };
}
