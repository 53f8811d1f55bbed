import type { Frame, Page } from '@playwright/test';
import { type Method, NEW_PIN } from '../journeys/steps';
import { EN, KO, type Words } from '../words';
import type { Visitor } from './visitor';

interface Spot {
  name: string;
  x: number;
  y: number;
}

/** The controls that can be seen and used in a document, with the middle of each. */
const spotsIn = (root: Page | Frame, selector: string): Promise<Spot[]> =>
  root.evaluate((wanted) => {
    const isSeen = (element: Element) => getComputedStyle(element).visibility === 'visible';
    return [...document.querySelectorAll<HTMLButtonElement>(wanted)]
      .filter((element) => !element.disabled && isSeen(element) && element.getClientRects().length > 0)
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        return { name: name.trim(), x: left + width / 2, y: top + height / 2 };
      });
  }, selector);

/**
 * What the shopper can click: the open layer's controls, its popup's or the notice's; else the page's. The popup fills
 * the window.
 */
async function spots(visitor: Visitor): Promise<Spot[]> {
  const { tallies } = await visitor.report();
  if (!tallies.some(({ isShown }) => isShown)) return spotsIn(visitor.page, 'form button');
  const notice = await spotsIn(visitor.page, 'dialog button');
  if (notice.length > 0) return notice;
  const popup = await visitor.popup();
  return popup ? spotsIn(popup, 'button, input') : [];
}

/** Clicks the nth control of those that there are. */
export async function press(visitor: Visitor, nth: number): Promise<void> {
  const all = await spots(visitor);
  const spot = all[nth % all.length];
  if (spot) await visitor.page.mouse.click(spot.x, spot.y);
}

/** Clicks **닫기**; returns whether there is one. */
export async function pressClose(visitor: Visitor): Promise<boolean> {
  const spot = (await spots(visitor)).find(({ name }) => name === KO.close || name === EN.close);
  if (spot) await visitor.page.mouse.click(spot.x, spot.y);
  return !!spot;
}

const METHODS: Method[] = ['card', 'card', 'phone', 'push'];

const readScreen = (popup: Frame) =>
  popup.evaluate(() => ({
    title: document.querySelector('h1')?.textContent ?? '',
    isBusy: !!document.querySelector('[aria-busy=true]'),
    hasPhone: !!document.querySelector('input#phone'),
    /** The confirmation number, while the app is waited for. */
    number: document.querySelector('.number b')?.textContent ?? '',
  }));

/** How long a shopper watches the screen work before doing anything else, in real ms. */
const PATIENCE_MS = 500;
/** How long a popup's document may take to come, in real ms. */
const ARRIVAL_MS = 3_000;

const isIdle = (popup: Frame, timeout: number): Promise<unknown> =>
  popup
    .waitForFunction(() => !document.querySelector('[aria-busy=true]'), null, { timeout })
    // Then it is not: the popup may be gone, or wait for an answer that does not come.
    .catch(() => {});

/** Waits until the popup's document is there and waits for the shopper, as far as it will. */
export async function settle(visitor: Visitor): Promise<void> {
  const endsAt = Date.now() + ARRIVAL_MS;
  let popup = await visitor.popup();
  while (!popup && Date.now() < endsAt) {
    await visitor.page.clock.runFor(50);
    popup = await visitor.popup();
  }
  if (popup) await isIdle(popup, ARRIVAL_MS);
}

/** Does what the screen asks for, as somebody does who wants to pay. `turn` chooses where there is a choice. */
export async function advance(visitor: Visitor, turn: number): Promise<void> {
  const { page, member, house, complaints } = visitor;
  const popup = await visitor.popup();
  if (!popup) return;
  await isIdle(popup, PATIENCE_MS);
  const { title, hasPhone, number } = await readScreen(popup);
  const words: Words =
    [KO, EN].find(({ methodTitle, ...others }) => [methodTitle, ...Object.values(others)].includes(title)) ?? KO;
  const button = (name: string) => popup.getByRole('button', { name, exact: true });
  const fill = (label: string, text: string) => popup.getByLabel(label, { exact: true }).fill(text);
  switch (title) {
    case words.methodTitle: {
      const wanted = button(words.methods[METHODS[turn % METHODS.length] as Method]);
      // The card is missing for who forgot the PIN.
      return ((await wanted.count()) > 0 ? wanted : button(words.methods.phone)).press('Space');
    }
    case words.cardTitle:
      await fill(words.cardNumber, member.cardNumber);
      await fill(words.cardPassword, member.cardPassword);
      return button(words.identify).press('Space');
    case words.phoneTitle:
      await fill(words.name, member.name);
      await fill(words.birthDate, member.birthDate);
      await fill(words.firstDigit, member.firstDigit);
      await popup.getByRole('radio', { name: words.carriers[member.carrier], exact: true }).press('Space');
      await fill(words.phone, member.phone);
      await popup.getByRole('checkbox', { name: words.allConsents, exact: true }).check();
      return button(words.requestCode).press('Space');
    case words.codeTitle: {
      const code = await house.sandbox.code(member.phone);
      complaints.addSecret(code);
      return fill(words.code, code);
    }
    case words.pushTitle:
      if (number) return house.sandbox.answerPush(member.phone, number);
      if (!hasPhone) return;
      await fill(words.phone, member.phone);
      return button(words.requestPush).press('Space');
    case words.newPinTitle:
    case words.confirmPinTitle:
    case words.pinTitle:
      await popup.getByRole('heading', { level: 1 }).focus();
      return page.keyboard.type(title === words.pinTitle ? (member.pin ?? NEW_PIN) : NEW_PIN);
    case words.pointsTitle:
      await fill(
        (await popup.getByLabel(words.amount, { exact: true }).count()) > 0 ? words.amount : words.ocbPoint,
        '1000',
      );
      return popup.locator('.primary').press('Space');
    default:
      // Done, stopped or lost: there is one thing to press.
      await press(visitor, turn);
  }
}
