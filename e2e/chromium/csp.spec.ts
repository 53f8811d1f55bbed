import { expect, test } from '../fixtures';
import { KO } from '../words';

test('the popup’s own policy is made of hashes', async ({ page, show }) => {
  const answered = page.waitForResponse(/\/popup\//);
  await show();
  const headers = (await answered).headers();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test('the page in place of a popup that cannot be served keeps to its own policy', async ({
  page,
  shopper,
  sandbox,
  show,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await sandbox.fault({ call: 'popup', errorCode: '9999' });
  await show();
  await shopper.popup.press(KO.again);
  await shopper.popup.press(KO.close);
  await shopper.layerIs('gone');
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
});
