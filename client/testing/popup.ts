import { LOCALES } from '../../contract/locales';
import { NAMES } from './names';
import type { TestControl, TestPage } from './page';

/** The open layer. A prepared popup is in the page as well, but hidden. */
const LAYER = 'iframe[src*="/popup/"]:visible';
const LOOK_MS = 1_000;

/** A name in one language. */
export type Name = (names: (typeof NAMES)['ko']) => string;

/** The popup of a page, whose things are found by their accessible names, in whichever language it has. */
export interface Popup {
  press(role: 'button' | 'checkbox' | 'radio', name: Name): Promise<void>;
  fill(field: Name, text: string): Promise<void>;
  /** Types into a field whose name begins like this, key by key. */
  type(field: Name, keys: string): Promise<void>;
  /** Waits for a screen with one of these titles, and tells which. */
  title(...titles: Name[]): Promise<Name>;
  has(what: 'button' | 'field', name: Name): Promise<boolean>;
  /** Waits until it has gone. */
  closes(): Promise<void>;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const inEach = (names: Name[]) => names.flatMap((name) => LOCALES.map((locale) => name(NAMES[locale])));
const exactly = (...names: Name[]) => new RegExp(`^(${inEach(names).map(escaped).join('|')})$`);
const beginning = (name: Name) => new RegExp(`^(${inEach([name]).map(escaped).join('|')}),`);
const quoted = (...names: Name[]) => [...new Set(inEach(names))].map((name) => `“${name}”`).join(' or ');

/** The popup that is open on a page. What is not there in time is an error of `caller`, which says what is there. */
export function popupOn(page: TestPage, caller: string, timeout: number): Popup {
  const frame = page.frameLocator(LAYER);

  const textOf = (control: TestControl) => control.textContent({ timeout: LOOK_MS }).catch(() => null);

  async function seen(): Promise<string> {
    if ((await page.locator(LAYER).count()) === 0) return 'is the popup open?';
    const title = await textOf(frame.getByRole('heading'));
    const alert = await textOf(frame.getByRole('alert'));
    return `the popup shows “${title}”${alert ? `, and says “${alert}”` : ''}`;
  }

  async function within<T>(what: string, action: Promise<T>): Promise<T> {
    try {
      return await action;
    } catch (cause) {
      const problem = `${caller}: ${what} within ${timeout / 1000} s: ${await seen()}`;
      throw Object.assign(new Error(problem), { cause });
    }
  }

  return {
    press(role, name) {
      const control = frame.getByRole(role, { name: exactly(name) });
      // A key arrives for certain; a click into a frame that is not drawn yet goes to the page.
      const press = () => control.press('Space', { timeout });
      return within(`no ${role} ${quoted(name)}`, control.click({ trial: true, timeout }).then(press));
    },
    fill(field, text) {
      return within(`no field ${quoted(field)}`, frame.getByLabel(exactly(field)).fill(text, { timeout }));
    },
    async type(field, keys) {
      const control = frame.getByLabel(beginning(field));
      for (const key of keys) await within(`no field ${quoted(field)}`, control.press(key, { timeout }));
    },
    async title(...titles) {
      const heading = frame.getByRole('heading', { name: exactly(...titles) });
      await within(`no screen ${quoted(...titles)}`, heading.waitFor({ state: 'visible', timeout }));
      const text = await heading.textContent({ timeout });
      return titles.find((title) => inEach([title]).includes(text ?? '')) as Name;
    },
    async has(what, name) {
      const control =
        what === 'field' ? frame.getByLabel(exactly(name)) : frame.getByRole(what, { name: exactly(name) });
      return (await control.count()) > 0;
    },
    closes() {
      return within('the popup has not closed', page.locator(LAYER).waitFor({ state: 'hidden', timeout }));
    },
  };
}
