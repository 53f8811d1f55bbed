import { layerFrame } from '../drivers/playwright';
import { expect, test } from '../fixtures';
import { identify, makePin, usePoints } from '../journeys/steps';

const SHOW = 'OK캐쉬백 사용';

for (const warm of [false, true]) {
  test(`a strict policy and Trusted Types on the merchant's page are not violated (${warm ? 'warm' : 'cold'})`, async ({
    page,
    scene,
    shopper,
    sandbox,
    merchantPage,
  }) => {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    // In the page and in the popup: both have a policy.
    await page.exposeFunction('complain', (text: string) => complaints.push(text));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        // @ts-expect-error exposed above
        complain(`${location.origin}: ${violatedDirective} ${blockedURI} ${sourceFile}`),
      );
    });
    await shopper.open(await merchantPage({ warm, more: { strict: '1' } }));
    await shopper.page.press(SHOW);
    await identify(scene, 'phone', await sandbox.member('ready', 'no-pin'));
    expect(await layerFrame(page).boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
    await makePin(scene);
    await usePoints(scene, 1_000);
    await shopper.layerIs('gone');
    expect((await shopper.events(1))[0]?.name).toBe('POINTS_AUTHENTICATED');
    expect(complaints).toEqual([]);
  });
}

test('the popup’s own policy is made of hashes', async ({ page, shopper, merchantPage }) => {
  const answered = page.waitForResponse(/\/popup\//);
  await shopper.open(await merchantPage());
  await shopper.page.press(SHOW);
  const headers = (await answered).headers();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});
