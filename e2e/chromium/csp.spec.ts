import { expect, test } from '../fixtures';

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
