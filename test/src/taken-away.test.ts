import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { authenticated, codeOfOne, eventually, isShow, makeApi, popupOf, say, told, useStage } from './stage';

/** What page and browser may do to a layer that is shown: one outcome, whatever the popup says then. */
const stage = useStage();

/** A page with the layer open whose time stands still. */
async function shown(): Promise<Page> {
  const page = await stage.page({ clock: true });
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 't' })");
  return page;
}

describe('a page that writes itself anew while the layer is open', () => {
  it.each([
    ['opens its document', 'document.open()'],
    ['writes another page', "document.write('<p>another page</p>')"],
    ['writes another page, and is done', "document.write('<p>another page</p>'), document.close()"],
  ])('%s: the outcome is 2002, once, and nothing is thrown', async (_what, act) => {
    const page = await shown();
    await popupOf(page);
    await page.evaluate(act);
    await page.clock.runFor(300);
    expect(await codeOfOne(page)).toBe('2002');
    expect(await isShow(page)).toBe(false);
    await page.clock.runFor(20_000);
    expect(await told(page)).toHaveLength(1);
    expect(stage.thrown).toEqual([]);
  });
});

describe('a dialog that the browser closes by itself, as by Back on Android', () => {
  const closeDialog = (page: Page) => page.evaluate("document.querySelector('dialog[open]').close()");

  it('while the popup says that points are authorised: they are', async () => {
    const page = await shown();
    const popup = await popupOf(page);
    await closeDialog(page);
    await say(popup, authenticated());
    await page.clock.runFor(1_000);
    await eventually(() => told(page)).toHaveLength(1);
    expect((await told(page))[0]?.name).toBe('POINTS_AUTHENTICATED');
    expect(await isShow(page)).toBe(false);
  });

  it('before that: the outcome is 2002, and later messages of the popup are ignored', async () => {
    const page = await shown();
    const popup = await popupOf(page);
    await closeDialog(page);
    await page.clock.runFor(100);
    await say(popup, authenticated());
    await page.clock.runFor(1_000);
    expect(await codeOfOne(page)).toBe('2002');
    expect(await isShow(page)).toBe(false);
  });
});

it('다시 시도 leaves the focus in the layer', async () => {
  stage.role = 'silent';
  const page = await shown();
  await page.clock.runFor(11_000);
  stage.role = 'late';
  await page.getByRole('button', { name: '다시 시도' }).press('Enter');
  expect(await page.evaluate("document.activeElement === document.querySelector('dialog[open]')")).toBe(true);
});
