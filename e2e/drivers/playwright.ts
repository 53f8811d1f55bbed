import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Driver, ModernDriver, Place, ShopEvent } from './driver';
import { finding, focusedName, tabUntil } from './find';

/** The frame of the layer that is open now; a warm one is in the page as well, but hidden. */
export const layerFrame = (page: Page): Locator => popupFrames(page).filter({ visible: true });

const popupFrames = (page: Page): Locator => page.locator('iframe[src*="/popup/"]');

/** What is in the open layer. */
export const popupIn = (page: Page): FrameLocator => layerFrame(page).contentFrame();

/**
 * Runs the body of a function where the layer's content is; a string, for a policy may forbid to make functions of
 * strings.
 */
async function runIn<T>(frame: Page | Frame, body: string): Promise<T> {
  return frame.evaluate<T>(`(() => { ${body} })()`);
}

async function popupFrame(page: Page): Promise<Frame> {
  // An element handle would be waited for.
  if ((await layerFrame(page).count()) === 0) throw new Error('no layer is open');
  const frame = await (await layerFrame(page).elementHandle())?.contentFrame();
  if (!frame) throw new Error('the layer has gone meanwhile');
  return frame;
}

/**
 * Moves the mouse over a control until its document feels it, that is, until there is `felt`. Chromium looks into what
 * was drawn last for the frame of another site that a click is in; while the page with the layer is not drawn yet,
 * which is when nobody sees it either, the click goes to the page, and Playwright calls one that no listener of its own
 * in the frame has seen a success (https://github.com/microsoft/playwright/pull/13876). A movement may be repeated, a
 * click may not.
 */
const reach = (control: Locator, felt: Locator): Promise<void> =>
  expect
    .poll(async () => {
      if (await felt.count()) return true;
      await control.hover();
      return (await felt.count()) > 0;
    }, 'the mouse is where the document feels it')
    .toBe(true);

type Press = (control: Locator) => Promise<void>;

/** `feelsMouse`: what there is when the mouse has arrived at a control. */
const byMouse =
  (click: 'click' | 'tap', feelsMouse: (control: Locator) => Locator): Press =>
  async (control) => {
    await reach(control, feelsMouse(control));
    await control[click]();
  };

/** Quicker than a mouse, which waits for the control to stand still and looks at what lies above. */
const bySpace: Press = async (control) => {
  await expect(control).toBeEnabled();
  await control.press('Space');
};

function place(root: Page | FrameLocator, run: Place['run'], press: Press): Place {
  return {
    press: (name) => press(root.getByRole('button', { name, exact: true }).last()),
    type: (field, text) => root.getByLabel(field, { exact: true }).fill(text),
    choose: (group, option) =>
      press(
        root.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: option, exact: true }),
      ),
    async tick(checkbox) {
      const box = root.getByRole('checkbox', { name: checkbox, exact: true });
      if (!(await box.isChecked())) await press(box);
    },
    seesTitle: (title) => expect(root.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible(),
    sees: (text) => expect(root.getByText(text).first()).toBeVisible(),
    seesButton: (name) => expect(root.getByRole('button', { name, exact: true }).last()).toBeVisible(),
    seesValue: (field, value) => expect(root.getByLabel(field, { exact: true })).toHaveValue(value),
    seesTicked: (checkbox) => expect(root.getByRole('checkbox', { name: checkbox, exact: true })).toBeChecked(),
    seesAlert: (text) => expect(root.getByRole('alert').filter({ hasText: text })).toBeVisible(),
    run,
  };
}

/** What the list of an instance on the test pages says. */
async function eventsOf(page: Page, instance: number): Promise<ShopEvent[]> {
  const lines = await page.locator(`form[data-instance="${instance}"] li`).allTextContents();
  return lines.map((line) => {
    const space = line.indexOf(' ');
    return { name: line.slice(0, space), result: JSON.parse(line.slice(space + 1)) };
  });
}

/** A Playwright page that can do a driver's words. */
export function playwrightDriver(page: Page): ModernDriver {
  const inPage = <T>(body: string) => runIn<T>(page, body);
  const inPopup = async <T>(body: string) => runIn<T>(await popupFrame(page), body);
  // The popup's frame fills the window, so the mouse stays in it. That the page feels it says nothing: it may have left
  // a layer just now.
  const inFrame = () => popupIn(page).locator('html:hover');
  const onControl = (control: Locator) => control.and(page.locator(':hover'));
  const popup = place(popupIn(page), inPopup, byMouse('click', inFrame));
  const outside = place(page, inPage, byMouse('click', onControl));
  const tapped = place(popupIn(page), inPopup, byMouse('tap', inFrame));
  const pressEach = (where: Place) => async (digits: string) => {
    for (const digit of digits) await where.press(digit);
  };
  const focused = () => focusedName(outside, popup);
  const key: ModernDriver['key'] = (name) => page.keyboard.press(name);
  const driver: Driver = {
    page: outside,
    popup,
    async open(url) {
      // Firefox names a navigation wrongly that begins before the page of before has loaded, and Playwright calls it
      // interrupted.
      await page.waitForLoadState();
      await page.goto(url);
    },
    clock: {
      hold: () => page.clock.install(),
      turn: (ms) => page.clock.runFor(ms),
    },
    enterPin: pressEach(popup),
    forceClose: () => page.evaluate('merchant[0].forceClose()'),
    async events(count, instance = 1) {
      await expect.poll(async () => (await eventsOf(page, instance)).length).toBeGreaterThanOrEqual(count);
      return eventsOf(page, instance);
    },
    layerIs: (state) => expect(layerFrame(page)).toHaveCount(state === 'open' ? 1 : 0),
    holdsPopups: (count) => expect(popupFrames(page)).toHaveCount(count),
    key,
    keyWithControl: (character) => page.keyboard.press(`Control+${character}`),
    write: (text) => page.keyboard.type(text),
  };
  return {
    ...driver,
    finger: {
      ...driver,
      page: place(page, inPage, byMouse('tap', onControl)),
      popup: tapped,
      enterPin: pressEach(tapped),
    },
    async back() {
      await page.goBack();
    },
    focusIsOn: (name) => expect.poll(focused).toBe(name),
    tabTo: (name) => tabUntil(name, focused, () => key('Tab')),
    async readPopup() {
      const tree = await popupIn(page).locator('body').ariaSnapshot();
      return [...tree.matchAll(/- (heading|button|textbox|checkbox|combobox) "(.*?)"/g)].map(
        ([, role, name]) => `${role} ${name}`,
      );
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    canTouch: (name) => expect.poll(() => inPopup<boolean>(finding('touched', name))).toBe(true),
  };
}

/**
 * The same shopper without a mouse: buttons and boxes are pressed with Space, and a PIN is typed. Where much is
 * pressed.
 */
export function keyboardOf(page: Page, driver: ModernDriver): Driver {
  return {
    ...driver,
    page: place(page, driver.page.run, bySpace),
    popup: place(popupIn(page), driver.popup.run, bySpace),
    enterPin: driver.write,
  };
}
