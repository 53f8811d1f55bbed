import { readFileSync } from 'node:fs';
import { expect, test } from '../fixtures';
import { judge } from '../qa/plan';

const NOTE = '닫기 | 두 번 눌렀어요';

test.beforeEach(async ({ page, scene, house }) => {
  await page.goto(house.qaUrl);
  await page.getByRole('button', { name: '5. 첫 화면에서 닫기' }).click();
  await page.getByLabel('메모').filter({ visible: true }).fill(NOTE);
  await page.reload();
  await judge(scene, 'close', '불합격');
});

test('the report of the QA page is a file of Markdown or JSON, with the note of before the page was loaded again', async ({
  page,
}) => {
  await page.getByRole('button', { name: '보고서', exact: true }).click();
  for (const [format, name, isThere] of [
    ['Markdown', 'okcashbag-qa.md', (text: string) => text.includes(String.raw`닫기 \| 두 번 눌렀어요`)],
    ['JSON', 'okcashbag-qa.json', (text: string) => JSON.parse(text).cases[4].note === NOTE],
  ] as const) {
    await page.getByRole('button', { name: format, exact: true }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '파일로 내려받기' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe(name);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toBe(await page.getByLabel('보고서 내용').inputValue());
    expect(isThere(text)).toBe(true);
  }
});

test('on paper the QA page is its report alone, whatever is seen on the screen', async ({ page }) => {
  const browser = page.getByRole('row', { name: 'User-Agent' });
  await expect(browser).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(browser).toBeVisible();
  await expect(page.getByRole('row', { name: '첫 화면에서 닫기' })).toContainText('불합격');
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('textbox').filter({ visible: true })).toHaveCount(0);
});
