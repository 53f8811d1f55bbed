import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Driver, Place, ShopEvent } from './driver';

/** The frame of the layer that is open now; a warm one is in the page as well, but hidden. */
export const layerFrame = (page: Page): Locator => page.locator('iframe[src*="/popup/"]').filter({ visible: true });

/** What is in the open layer. */
export const popupIn = (page: Page): FrameLocator => layerFrame(page).contentFrame();

function place(root: Page | FrameLocator): Place {
  return {
    press: (name) => root.getByRole('button', { name, exact: true }).last().click(),
    type: (field, text) => root.getByLabel(field, { exact: true }).fill(text),
    async choose(field, option) {
      await root.getByLabel(field, { exact: true }).selectOption({ label: option });
    },
    tick: (checkbox) => root.getByRole('checkbox', { name: checkbox, exact: true }).check(),
    seesTitle: (title) => expect(root.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible(),
    sees: (text) => expect(root.getByText(text).first()).toBeVisible(),
    seesButton: (name) => expect(root.getByRole('button', { name, exact: true }).last()).toBeVisible(),
    seesValue: (field, value) => expect(root.getByLabel(field, { exact: true })).toHaveValue(value),
    seesAlert: (text) => expect(root.getByRole('alert').filter({ hasText: text })).toBeVisible(),
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
export function playwrightDriver(page: Page): Driver {
  const popup = place(popupIn(page));
  return {
    page: place(page),
    popup,
    async open(url) {
      await page.goto(url);
    },
    async enterPin(digits) {
      for (const digit of digits) await popup.press(digit);
    },
    forceClose: () => page.evaluate('merchant[0].forceClose()'),
    async events(count, instance = 1) {
      await expect.poll(async () => (await eventsOf(page, instance)).length).toBeGreaterThanOrEqual(count);
      return eventsOf(page, instance);
    },
    layerIs: (state) => expect(layerFrame(page)).toHaveCount(state === 'open' ? 1 : 0),
  };
}
