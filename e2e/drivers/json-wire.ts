import { command, type ElementRef, type Session } from './session';

/** HtmlUnit has no turn of its own between two commands: what a click or a key set off is done after two timers. */
const SETTLE = 'var done = arguments[arguments.length - 1]; setTimeout(function () { setTimeout(done, 0); }, 0);';
const SETTLE_LIMIT_MS = 1_000;

/** What has the focus, or had it and was removed: then the page has it, and HtmlUnit does not know. */
const FOCUSED = 'return document.body.contains(document.activeElement) ? document.activeElement : document.body;';

/**
 * Empties a field as a key would, in one turn. The protocol's own clearing tells the page nothing: a screen that is
 * drawn anew before the first key would have the old text again, and what is typed would come after it.
 */
const EMPTY = `
  var field = arguments[0];
  function tell(type) {
    if (document.createEventObject) {
      if (type !== 'input') field.fireEvent('on' + type);
      return;
    }
    var event = document.createEvent('Event');
    event.initEvent(type, true, true);
    field.dispatchEvent(event);
  }
  tell('keydown');
  field.value = '';
  tell('input');
  tell('keyup');
`;

/** HtmlUnit types characters and knows no keys: Backspace and Escape by the numbers that they have as characters. */
const AS_TYPED: Record<string, string> = { '\uE003': '\b', '\uE00C': '\u001B' };

/** HtmlUnit's keyboard holds no Control, so the events of such a key are made. */
const KEY_WITH_CONTROL = `
  var code = arguments[0];
  var focused = document.activeElement || document.body;
  function tell(type) {
    if (document.createEventObject) {
      var old = document.createEventObject();
      old.keyCode = code;
      old.ctrlKey = true;
      focused.fireEvent('on' + type, old);
    } else {
      var event = document.createEvent('Event');
      event.initEvent(type, true, true);
      Object.defineProperty(event, 'keyCode', { value: code });
      Object.defineProperty(event, 'ctrlKey', { value: true });
      focused.dispatchEvent(event);
    }
  }
  tell('keydown');
  tell('keyup');
`;

interface Answer<T> {
  sessionId: string;
  status: number;
  value: T & { message?: string };
}

/** Opens a session of the protocol before W3C WebDriver, at the address of a Selenium 2 server. */
export async function jsonWireSession(hubUrl: string, capabilities: object): Promise<Session> {
  async function send<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const answer = await command<Answer<T>>(method, hubUrl + path, body);
    const isFromAnother = typeof answer.status !== 'number' && Object.keys(answer).length > 0;
    if (isFromAnother) throw new Error(`Not the driver is at ${hubUrl}, which answered ${JSON.stringify(answer)}`);
    if (answer.status) throw new Error(`status ${answer.status}: ${answer.value?.message?.split('\n')[0]}`);
    return answer;
  }
  const { sessionId } = await send('POST', '/session', { desiredCapabilities: capabilities });
  const post = async <T>(path: string, body?: object) =>
    (await send<T>('POST', `/session/${sessionId}${path}`, body)).value;
  const to = (element: ElementRef, verb: string) => `/element/${element.ELEMENT}/${verb}`;
  // After the click that closes the popup there is nothing left in the frame to wait for.
  const settle = () => post('/execute_async', { script: SETTLE, args: [] }).catch(() => undefined);
  await post('/timeouts/async_script', { ms: SETTLE_LIMIT_MS });
  return {
    go: (url) => post('/url', { url }),
    execute: (script, ...args) => post('/execute', { script, args }),
    enter: (frame) => post('/frame', { id: frame }),
    async click(element) {
      await post(to(element, 'click'));
      await settle();
    },
    async retype(element, text) {
      await post('/execute', { script: EMPTY, args: [element] });
      await post(to(element, 'value'), { value: [...text] });
      await settle();
    },
    async keys(characters) {
      const focused = await post<ElementRef>('/execute', { script: FOCUSED, args: [] });
      await post(to(focused, 'value'), { value: [...characters].map((key) => AS_TYPED[key] ?? key) });
      await settle();
    },
    async keyWithControl(character) {
      await post('/execute', { script: KEY_WITH_CONTROL, args: [character.charCodeAt(0)] });
      await settle();
    },
    async close() {
      await command('DELETE', `${hubUrl}/session/${sessionId}`);
    },
  };
}
