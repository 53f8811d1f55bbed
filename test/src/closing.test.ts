import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { codeOfOne, focused, isShow, layerOf, makeApi, popupOf, told, useStage } from './stage';

/** 닫기 and Esc end a `show()` in every state that the script itself shows, with `<dialog>` and without. */
const stage = useStage();

/** Makes the browser one that does not know `<dialog>`. */
const WITHOUT_DIALOG =
  "for (const name of ['showModal', 'show', 'close', 'open']) delete HTMLDialogElement.prototype[name]";

const STATES: Record<string, { code: string; reach(page: Page): Promise<void> }> = {
  'before the popup is there': {
    code: '2002',
    async reach(page) {
      await page.evaluate("api.show({ mctTrToken: 't' })");
    },
  },
  'while a token is only promised': {
    code: '2002',
    async reach(page) {
      await page.evaluate('api.show({ mctTrToken: new Promise(() => {}) })');
    },
  },
  'when the popup is unreachable': {
    code: '4001',
    async reach(page) {
      await page.evaluate("api.show({ mctTrToken: 't' })");
      await page.clock.runFor(10_500);
      await page.getByRole('alert').waitFor();
    },
  },
  'at the second try': {
    code: '2002',
    async reach(page) {
      await page.evaluate("api.show({ mctTrToken: 't' })");
      await page.clock.runFor(10_500);
      await page.getByRole('button', { name: '다시 시도' }).click();
      // The focus was on the button that is gone: the next check puts it back into the layer.
      await page.clock.runFor(300);
    },
  },
};

describe.each(['with <dialog>', 'without <dialog>'])('%s', (support) => {
  describe.each(Object.entries(STATES))('%s', (_state, { code, reach }) => {
    it.each(['닫기', 'Esc'])('%s ends it, once, and gives the page back', async (way) => {
      stage.role = 'late';
      const page = await stage.page({ clock: true });
      if (support === 'without <dialog>') await page.evaluate(WITHOUT_DIALOG);
      await makeApi(page);
      await page.focus('#pay');
      await reach(page);
      expect(await isShow(page)).toBe(true);
      if (way === 'Esc') await page.keyboard.press('Escape');
      else {
        // The notice comes 80 ms after show().
        await page.clock.runFor(100);
        await page.getByRole('button', { name: '닫기' }).click();
      }
      await page.clock.runFor(300);
      expect(await codeOfOne(page)).toBe(code);
      expect(await isShow(page)).toBe(false);
      expect(await layerOf(page).count()).toBe(0);
      expect(await focused(page)).toBe('pay');
      expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
      await page.clock.runFor(40_000);
      expect(await told(page)).toHaveLength(1);
      expect(stage.thrown).toEqual([]);
    });
  });
});

it('without <dialog>, Esc on the page ends it when the popup is there, too', async () => {
  const page = await stage.page({ clock: true });
  await page.evaluate(WITHOUT_DIALOG);
  await makeApi(page);
  await page.evaluate("api.show({ mctTrToken: 't' })");
  await popupOf(page);
  await layerOf(page).evaluate((layer) => layer.focus());
  await page.keyboard.press('Escape');
  await page.clock.runFor(300);
  expect(await codeOfOne(page)).toBe('2002');
});

it('gives the focus back once more when the popup took it before it heard of the end', async () => {
  const page = await stage.page({ clock: true });
  await makeApi(page);
  await page.focus('#pay');
  await page.evaluate("api.show({ mctTrToken: 't' })");
  const popup = await popupOf(page);
  await page.evaluate('api.forceClose()');
  expect(await focused(page)).toBe('pay');
  await popup.evaluate("document.querySelector('input').focus()");
  expect(await focused(page)).toBe('IFRAME');
  await page.clock.runFor(250);
  expect(await layerOf(page).count()).toBe(0);
  expect(await focused(page)).toBe('pay');
});
