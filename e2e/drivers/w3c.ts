import { command, type ElementRef, type ModernSession } from './session';

/** The name under which an element goes over the wire. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * WebKitWebDriver once left a command without an answer for 20 s, and in hundreds of journeys since none. What may be done twice is asked
 * for again while the driver's words have patience (remote.ts), so one lost answer loses no journey.
 */
const ASK_AGAIN_MS = 7_000;

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
  const ask = <T>(path: string, body: object) => send<T>('POST', `/session/${sessionId}${path}`, body, ASK_AGAIN_MS);
  const to = (element: ElementRef, verb: string) => `/element/${element[ELEMENT]}/${verb}`;
  const execute = <T>(script: string, ...args: unknown[]) => ask<T>('/execute/sync', { script, args });
  /**
   * WebKitWebDriver looks whether the element is in the window, not whether a part that scrolls hides it. And it once called a press done
   * after which the page was as before: one that the element did not feel is tried again. Of an option nothing can be felt, and what is
   * gone after the press has felt it.
   */
  async function click(element: ElementRef): Promise<void> {
    await execute(
      `const [element] = arguments;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      element.wasPressed = element.tagName === 'OPTION';
      element.addEventListener('mousedown', () => { element.wasPressed = true; }, { once: true });`,
      element,
    );
    await post(to(element, 'click'));
    const isFelt = await execute('return arguments[0].wasPressed', element).catch(() => true);
    if (!isFelt) throw new Error('was pressed, and did not feel it');
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
    enter: (frame) => ask('/frame', { id: frame }),
    click,
    async retype(element, text) {
      await click(element);
      await ask(to(element, 'clear'), {});
      await ask(to(element, 'value'), { text });
    },
    keys: (characters) => keyboard([...characters].flatMap(pressed)),
    keyWithControl: (character) =>
      keyboard([{ type: 'keyDown', value: CONTROL }, ...pressed(character), { type: 'keyUp', value: CONTROL }]),
    resize: (width, height) => post('/window/rect', { x: 0, y: 0, width, height }),
    roleAndName: async (element) => [await get(to(element, 'computedrole')), await get(to(element, 'computedlabel'))],
    close: () => send('DELETE', `/session/${sessionId}`),
  };
}
