import type { Page } from '@playwright/test';
import { ERRORS, type ErrorCode } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import { FRONT_REFUSALS } from '../../contract/front-refusals';
import { keyboardOf, popupIn } from '../drivers/playwright';
import { expect, SHOW, test } from '../fixtures';
import { giveUp } from '../journeys/steps';
import { KO } from '../words';
import { STAGES } from './stages';

/** The codes that a call can be refused with, by what the popup does next. */
const codesOf = (call: FrontCall, next: 'retry' | 'reauthenticate' | 'stop'): ErrorCode[] =>
  FRONT_REFUSALS[call].filter((code) => ERRORS[code].next === next);

/** What a shopper is told, in a sentence of the popup's own. */
const A_SENTENCE = /요\./;
const A_TITLE = /요$/;

/** How many buttons a problem may bring along, besides the screen's own. */
const REMEDIES = [KO.otherMethod, KO.callCentre, KO.withoutCharge, KO.again];

/** There is a way on, and not two of a kind; nothing is said in the table's wording or with the server's detail. */
async function leadsOn(page: Page, code: ErrorCode): Promise<void> {
  const popup = popupIn(page);
  const problem = popup.locator('.trouble');
  expect(await problem.locator('button, a').count()).toBeLessThanOrEqual(1);
  for (const name of REMEDIES) {
    expect(await popup.getByText(name, { exact: true }).count(), `${code}: ${name}`).toBeLessThanOrEqual(1);
  }
  await expect(popup.locator('main').getByRole('button').first()).toBeVisible();
  const shown = await popup.locator('#popup').textContent();
  expect(shown).not.toContain(ERRORS[code].ko);
  expect(shown).not.toContain('A fault of the sandbox');
}

for (const [call, stage] of Object.entries(STAGES) as [keyof typeof STAGES, (typeof STAGES)[keyof typeof STAGES]][]) {
  const { member: traits = ['ready', 'has-pin'], title, reach, act, ready, fields = {}, titles = {} } = stage;

  test(`${call}: every code is said where it belongs`, async ({ page, modern, sandbox, merchantPage, issueToken }) => {
    test.setTimeout(240_000);
    const shopper = keyboardOf(page, modern);
    const { popup } = shopper;
    const scene = { shopper, sandbox };
    const member = await sandbox.member(...traits);
    let closed = 0;

    const begin = async () => {
      // A phone gets few texts and an app few requests in that time.
      await sandbox.advanceClock(10 * 60_000);
      await shopper.page.type('mctTrToken', await issueToken());
      await shopper.page.press(SHOW);
      await reach(scene, member, page);
    };
    const fail = async (errorCode: ErrorCode) => {
      await sandbox.fault({ call, errorCode, times: 1 });
      await act(scene, member, page);
    };
    const close = async (told: ErrorCode, how = () => popup.press(KO.close)) => {
      await how();
      await shopper.layerIs('gone');
      closed += 1;
      const events = await shopper.events(closed);
      expect(events).toHaveLength(closed);
      expect(events[closed - 1]).toMatchObject({
        name: 'POINTS_AUTH_FAILED',
        result: { errorObject: { errorCode: told } },
      });
    };

    await shopper.open(await merchantPage());
    await begin();
    for (const [i, code] of codesOf(call, 'retry').entries()) {
      await test.step(`${code} stays`, async () => {
        if (i > 0) await ready?.(scene, member, page);
        await fail(code);
        if (!titles[code]) await popup.seesAlert(A_SENTENCE);
        await popup.seesTitle(titles[code] ?? title);
        await leadsOn(page, code);
        const field = fields[code];
        if (field) await modern.focusIsOn(field);
      });
    }
    await close('2002', stage.isFilledIn ? () => giveUp(scene) : undefined);
    for (const code of codesOf(call, 'reauthenticate')) {
      await test.step(`${code} asks who one is`, async () => {
        await begin();
        await fail(code);
        await popup.seesTitle(KO.methodTitle);
        await popup.seesAlert(A_SENTENCE);
        await leadsOn(page, code);
        await close('2002');
      });
    }
    for (const code of codesOf(call, 'stop')) {
      await test.step(`${code} ends it`, async () => {
        await begin();
        await fail(code);
        await expect(popupIn(page).getByRole('heading', { level: 1, name: A_TITLE })).toBeVisible();
        await popup.sees(new RegExp(code));
        await leadsOn(page, code);
        await close(code);
      });
    }
  });
}

test('open: every code is said on the first screen, or ends it', async ({
  page,
  modern,
  sandbox,
  merchantPage,
  issueToken,
}) => {
  test.setTimeout(120_000);
  const shopper = keyboardOf(page, modern);
  const { popup } = shopper;
  const stops = codesOf('open', 'stop');
  await shopper.open(await merchantPage());
  for (const [i, code] of stops.entries()) {
    await test.step(`${code} ends it`, async () => {
      await shopper.page.type('mctTrToken', await issueToken());
      await sandbox.fault({ call: 'open', errorCode: code, times: 1 });
      await shopper.page.press(SHOW);
      await expect(popupIn(page).getByRole('heading', { level: 1, name: A_TITLE })).toBeVisible();
      await popup.sees(new RegExp(code));
      await leadsOn(page, code);
      await popup.press(KO.close);
      await shopper.layerIs('gone');
      const events = await shopper.events(i + 1);
      expect(events[i]?.result.errorObject?.errorCode).toBe(code);
    });
  }
  await shopper.page.type('mctTrToken', await issueToken());
  for (const [i, code] of codesOf('open', 'retry').entries()) {
    await test.step(`${code} can be tried again`, async () => {
      await sandbox.fault({ call: 'open', errorCode: code, times: 1 });
      await (i === 0 ? shopper.page.press(SHOW) : popup.press(KO.again));
      await popup.seesAlert(A_SENTENCE);
      await leadsOn(page, code);
    });
  }
  await popup.press(KO.again);
  await popup.seesTitle(KO.methodTitle);
  await popup.press(KO.close);
  const events = await shopper.events(stops.length + 1);
  expect(events[stops.length]?.result.errorObject?.errorCode).toBe('2002');
});
