import { expect } from '@playwright/test';
import type { Driver, Key, ModernDriver, Place, ShopEvent } from './driver';
import { FIND, finding, focusedName, tabUntil } from './find';
import type { ElementRef, ModernSession, Session } from './session';

/** The characters that both protocols give to keys. */
const KEYS: Record<Key, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
};

/** As long as Playwright waits (playwright.config.ts). */
const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 50;
/** An error quotes no more of a document: logs fold longer lines. */
const MAX_QUOTED_CHARACTERS = 600;

/** Does it until it succeeds: an element may be drawn anew between being found and being used. */
async function eventually<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    let problem: unknown;
    const done = await attempt().catch((error: Error) => {
      problem = error;
      return undefined;
    });
    if (done !== undefined) return done;
    if (Date.now() > deadline) throw new Error(`${what} ${problem ?? 'is not there'}`);
    await new Promise((look) => setTimeout(look, LOOK_AGAIN_MS));
  }
}

const IS_DISABLED = "return arguments[0].disabled || arguments[0].getAttribute('aria-disabled') === 'true'";

const matches = (text: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** A driver's words over a wire protocol: things are found by a script in the document, and used as a shopper would. */
export function remoteDriver(session: Session): Driver {
  const find = <T>(what: string, ...names: string[]) => session.execute<T>(FIND, what, ...names);
  const layers = async () => {
    await session.enter(null);
    return find<ElementRef[]>('layers');
  };
  const enterPage = () => session.enter(null);
  async function enterPopup(): Promise<void> {
    const [layer] = await layers();
    if (!layer) throw new Error('no layer is open');
    await session.enter(layer);
  }

  function place(enter: () => Promise<void>): Place {
    const found = (what: string, ...names: string[]) =>
      eventually(`${what} “${names.join(', ')}”`, async () => {
        await enter();
        return (await find<ElementRef | null>(what, ...names)) ?? undefined;
      });
    const use = (what: string, names: string[], action: (element: ElementRef) => Promise<void>) =>
      eventually(`${what} “${names.join(', ')}”`, async () => {
        await enter();
        const element = await find<ElementRef | null>(what, ...names);
        if (!element || (await session.execute(IS_DISABLED, element))) return undefined;
        await action(element);
        return true as const;
      }).then(() => undefined);
    const seen = (what: 'titles' | 'alerts' | 'text', isIt: (texts: string[]) => boolean) => {
      let last: string[] = [];
      return eventually(`${what}`, async () => {
        await enter();
        last = [await find<string | string[]>(what)].flat();
        if (!isIt(last))
          throw new Error(`${JSON.stringify(last).slice(0, MAX_QUOTED_CHARACTERS)} are not what was expected`);
        return true as const;
      }).then(() => undefined);
    };
    return {
      press: (name) => use('button', [name], session.click),
      type: (field, text) => use('field', [field], (element) => session.retype(element, text)),
      choose: (_group, option) => use('radio', [option], session.click),
      tick: (checkbox) =>
        use('checkbox', [checkbox], async (element) => {
          if (!(await session.execute('return arguments[0].checked', element))) await session.click(element);
        }),
      seesTitle: (title) => seen('titles', (titles) => titles.includes(title)),
      sees: (text) => seen('text', ([all = '']) => matches(all, text)),
      seesButton: async (name) => void (await found('button', name)),
      async seesValue(field, value) {
        const valueNow = async () => session.execute<string>('return arguments[0].value', await found('field', field));
        await expect.poll(valueNow, { timeout: PATIENCE_MS }).toBe(value);
      },
      seesTicked: (checkbox) =>
        use('checkbox', [checkbox], async (element) => {
          if (!(await session.execute('return arguments[0].checked', element))) throw new Error('is not ticked');
        }),
      seesAlert: (text) => seen('alerts', (alerts) => alerts.some((alert) => matches(alert, text))),
      async run<T>(script: string) {
        await enter();
        return session.execute<T>(script);
      },
    };
  }

  const popup = place(enterPopup);

  async function eventsOf(instance: number): Promise<ShopEvent[]> {
    await enterPage();
    const lines = await find<string[]>('events', `${instance}`);
    return lines.map((line) => {
      const space = line.indexOf(' ');
      return { name: line.slice(0, space), result: JSON.parse(line.slice(space + 1)) };
    });
  }

  return {
    page: place(enterPage),
    popup,
    async open(url) {
      await enterPage();
      await session.go(url);
    },
    clock: { hold: async () => undefined, turn: async () => undefined },
    async enterPin(digits) {
      for (const digit of digits) await popup.press(digit);
    },
    key: (name) => session.keys(KEYS[name]),
    keyWithControl: (character) => session.keyWithControl(character),
    write: (text) => session.keys(text),
    async forceClose() {
      await enterPage();
      await session.execute('merchant[0].forceClose()');
    },
    events: (count, instance = 1) =>
      eventually(`${count} events`, async () => {
        const events = await eventsOf(instance);
        return events.length >= count ? events : undefined;
      }),
    layerIs: (state) =>
      eventually(`a layer that is ${state}`, async () =>
        (await layers()).length === (state === 'open' ? 1 : 0) ? (true as const) : undefined,
      ).then(() => undefined),
    holdsPopups: (count) =>
      eventually(`a page that holds ${count} popups`, async () => {
        await enterPage();
        return (await find<ElementRef[]>('popups')).length === count ? (true as const) : undefined;
      }).then(() => undefined),
  };
}

/** A driver that can do all that an engine of today can. */
export function modernRemoteDriver(session: ModernSession): ModernDriver {
  const driver = remoteDriver(session);
  const { page, popup, key } = driver;
  const inPopup = <T>(what: string, ...names: string[]) => popup.run<T>(finding(what, ...names));
  const focused = () => focusedName(page, popup);
  /** By how much a window is larger than what it shows, once that is known. */
  let bars: number | undefined;
  return {
    ...driver,
    back: () => session.back(),
    focusIsOn: (name) => expect.poll(focused, { timeout: PATIENCE_MS }).toBe(name),
    tabTo: (name) => tabUntil(name, focused, () => key('Tab')),
    async readPopup() {
      const controls = await inPopup<ElementRef[]>('controls');
      const read: string[] = [];
      for (const control of controls) read.push((await session.roleAndName(control)).join(' '));
      return read;
    },
    async resize(width, height) {
      await session.enter(null);
      const shown = () => session.execute<number>('return innerHeight');
      if (bars === undefined) {
        await session.resize(width, height);
        // What it shows becomes smaller than what it was told to be.
        bars = await eventually('a smaller window', async () => {
          const inner = await shown();
          return inner > height ? undefined : height - inner;
        });
      }
      await session.resize(width, height + bars);
      await eventually('the new size', async () => ((await shown()) === height ? true : undefined));
    },
    canTouch: (name) => expect.poll(() => inPopup<boolean>('touched', name), { timeout: PATIENCE_MS }).toBe(true),
  };
}
