import type { FrameLocator, Page } from '@playwright/test';
import { expect, SHOW, test } from '../fixtures';
import { approve, NEW_PIN } from '../journeys/steps';
import { KO } from '../words';

/**
 * How many keys and taps a payment takes. Everything that a hand does in the popup counts; what the popup does by
 * itself, such as going on to the next field, does not. The amount is paid with all points that can be used.
 */

/** What a payment by phone took before the popup was rebuilt. */
const BEFORE = { phone: 65 };
const MOST = { phone: 45, card: 42, push: 28, again: 7 };

/** Counts keys, taps, and syllables that an input method writes without a key of their own. */
async function counter(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction('pressed', () => {
    presses += 1;
  });
  await page.addInitScript(() => {
    if (!location.pathname.includes('/popup/')) return;
    const count = (event: Event) => {
      const isSyllable = event.type !== 'beforeinput' || /[가-힣]/.test((event as InputEvent).data ?? '');
      if (event.isTrusted && isSyllable) (window as unknown as { pressed(): void }).pressed();
    };
    for (const type of ['keydown', 'pointerdown', 'beforeinput']) addEventListener(type, count, true);
  });
  return () => presses;
}

/** Types where the popup itself has put the focus. */
async function typeInto(page: Page, popup: FrameLocator, label: string, text: string): Promise<void> {
  await expect(popup.getByLabel(label, { exact: true })).toBeFocused();
  await page.keyboard.type(text);
}

function says(way: keyof typeof MOST, count: number): void {
  const before = way === 'phone' ? `, ${BEFORE.phone} before` : '';
  console.log(`keys and taps of a payment (${way}): ${count}, at most ${MOST[way]}${before}`);
  expect(count).toBeLessThanOrEqual(MOST[way]);
}

test('a first payment by phone, and the next one by the PIN', async ({
  page,
  popup,
  shopper,
  sandbox,
  merchantPage,
  issueToken,
}) => {
  const member = await sandbox.member('ready', 'no-pin');
  const presses = await counter(page);
  await shopper.open(await merchantPage());
  await shopper.page.press(SHOW);
  await shopper.popup.press(KO.methods.phone);
  await typeInto(page, popup, KO.name, member.name);
  await page.keyboard.press('Enter');
  await typeInto(page, popup, KO.birthDate, member.birthDate);
  await typeInto(page, popup, KO.firstDigit, member.firstDigit);
  await shopper.popup.choose(KO.carrier, KO.carriers[member.carrier]);
  await typeInto(page, popup, KO.phone, member.phone);
  await shopper.popup.tick(KO.allConsents);
  await shopper.popup.press(KO.requestCode);
  await typeInto(page, popup, KO.code, await sandbox.code(member.phone));
  await shopper.popup.seesTitle(KO.newPinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.seesTitle(KO.confirmPinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.press(KO.use(30_000));
  const [event] = await shopper.events(1);
  says('phone', presses());

  const merchant = await sandbox.merchant();
  const ocbUseTrAuthToken = event?.result.ocbUseTrAuthToken as string;
  const used = await merchant.use({ mctTransactionId: 'first', ocbUseTrAuthToken });
  const userAuthToken = used.outcome === 'approved' ? used.answer.userAuthToken : undefined;
  const first = presses();
  await shopper.open(await merchantPage({ token: await issueToken(20_000), userAuthToken }));
  await shopper.page.press(SHOW);
  await shopper.popup.seesTitle(KO.pinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.press(KO.use(20_000));
  await shopper.events(1);
  says('again', presses() - first);
});

test('a first payment by card', async ({ page, popup, shopper, sandbox, merchantPage }) => {
  const member = await sandbox.member('ready', 'no-pin', 'card');
  const presses = await counter(page);
  await shopper.open(await merchantPage());
  await shopper.page.press(SHOW);
  await shopper.popup.press(KO.methods.card);
  await typeInto(page, popup, KO.cardNumber, member.cardNumber);
  await typeInto(page, popup, KO.cardPassword, member.cardPassword);
  await page.keyboard.press('Enter');
  await shopper.popup.seesTitle(KO.newPinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.seesTitle(KO.confirmPinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.press(KO.use(30_000));
  await shopper.events(1);
  says('card', presses());
});

test('a first payment by the app, whose two digits count as well', async ({
  page,
  popup,
  scene,
  shopper,
  sandbox,
  merchantPage,
}) => {
  const member = await sandbox.member('ready', 'no-pin', 'app');
  const presses = await counter(page);
  await shopper.open(await merchantPage());
  await shopper.page.press(SHOW);
  await shopper.popup.press(KO.methods.push);
  await typeInto(page, popup, KO.phone, member.phone);
  await page.keyboard.press('Enter');
  await approve(scene, member);
  await shopper.popup.seesTitle(KO.newPinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.seesTitle(KO.confirmPinTitle);
  await shopper.enterPin(NEW_PIN);
  await shopper.popup.press(KO.use(30_000));
  await shopper.events(1);
  says('push', presses() + 2);
});
