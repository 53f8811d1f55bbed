import { createHash } from 'node:crypto';
import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { WINDOWS } from '../../e2e/windows';
import { begin, button, open, pin, STEP_PIN, stage, title } from './shopper';
import { HOST, opened, refusal, SAME_SITE_HOST } from './stage';

const keypad = () => stage.frame.locator('.keypad');
/** What the keypad looks like: two that are equal are equal in every pixel. */
const picture = async () =>
  createHash('sha256')
    .update(await keypad().screenshot())
    .digest('hex');
/** The key that is pressed: its digit is what nobody may see. */
const KEY = '9';

describe('no look of the keypad tells which key was pressed', () => {
  const LOOKS = {
    light: {},
    dark: { colorScheme: 'dark' },
    'forced colours': { forcedColors: 'active' },
    'a phone on its side': { viewport: { width: 568, height: 320 } },
    'Internet Explorer': { isLegacy: true },
  } as const;

  test.each(Object.entries(LOOKS))('%s', async (_look, options) => {
    await begin({ ...options, hasTouch: true, reducedMotion: 'reduce' });
    await pin();
    const key = button(KEY);
    const away = () => stage.page.mouse.move(1, 1);
    await away();
    const before = await picture();
    await key.hover();
    expect(await picture(), 'under the mouse').toBe(before);
    await stage.page.mouse.down();
    expect(await picture(), 'while the mouse holds it').toBe(before);
    await stage.page.mouse.up();
    expect(await picture(), 'after the mouse').toBe(before);
    // Chromium's own highlight is none of Internet Explorer's, which a meta element turns off.
    await ('isLegacy' in options ? key.click() : key.tap());
    expect(await picture(), 'after a finger').toBe(before);
    await key.focus();
    expect(await picture(), 'where a screen reader is').toBe(before);
    await stage.page.keyboard.press('Space');
    await stage.page.keyboard.press(KEY);
    expect(await picture(), 'after the keyboard').toBe(before);
    await see(stage.frame.locator('.dots .on')).toHaveCount(4);
  });

  test('a press leaves the focus on the field, and Tab passes over the keys', async () => {
    await begin();
    await pin();
    await button(KEY).click();
    await see(stage.frame.locator('#pin')).toBeFocused();
    const passed = new Set<string | null>();
    for (let i = 0; i < 8; i += 1) {
      await stage.page.keyboard.press('Tab');
      passed.add(await stage.frame.evaluate(() => document.activeElement?.closest('.keypad, header')?.tagName ?? null));
    }
    expect(passed).toContain('HEADER');
    expect(passed).not.toContain('DIV');
  });
});

describe('the entry', () => {
  const entry = () => stage.frame.locator('#pin');

  test('has the focus, and its name says how many digits there are, never which', async () => {
    await begin();
    await pin();
    await see(entry()).toBeFocused();
    await see(entry()).toHaveAccessibleName('결제비밀번호, 6자리 중 0자리 입력됨');
    await see(entry()).toHaveAccessibleDescription(/^결제비밀번호를 입력해 주세요 /);
    await stage.page.keyboard.type('729');
    await see(entry()).toHaveAccessibleName('결제비밀번호, 6자리 중 3자리 입력됨');
    await see(stage.frame.getByRole('status')).toHaveText('6자리 중 3자리 입력됨');
    await see(entry()).toHaveValue('');
    await entry().fill('4');
    await see(entry()).toHaveValue('');
    await see(stage.frame.getByRole('status')).toHaveText('6자리 중 3자리 입력됨');
  });

  test('says what was wrong, and keeps the focus', async () => {
    await begin();
    await pin();
    stage.reply('verifyPin', refusal('2503', { attemptsLeft: 3, step: { ...STEP_PIN, attemptsLeft: 3 } }));
    await stage.page.keyboard.type('729401');
    await see(entry()).toHaveAccessibleDescription(/3번 더 틀리면 초기화돼요/);
    await see(entry()).toHaveAttribute('aria-invalid', 'true');
    await see(entry()).toBeFocused();
    await stage.page.keyboard.type('7');
    await see(entry()).not.toHaveAttribute('aria-invalid');
  });
});

describe('dots and keys are seen together', () => {
  const SMALL = 320;

  test.each([...WINDOWS.map(([width, height]) => ({ width, height, text: 1 })), { width: 390, height: 664, text: 2 }])(
    'at $width × $height, text × $text, with what was wrong',
    async ({ width, height, text }) => {
      await begin({ viewport: { width, height }, host: text === 1 ? HOST : SAME_SITE_HOST });
      await pin();
      await stage.frame.evaluate((size) => {
        document.documentElement.style.fontSize = `${size * 100}%`;
      }, text);
      stage.reply('verifyPin', refusal('2503', { attemptsLeft: 3, step: { ...STEP_PIN, attemptsLeft: 3 } }));
      const least = height <= SMALL ? 44 : 48;
      const rows = height < 400 ? 2 : 4;
      for (const isWrong of [false, true]) {
        if (isWrong) await stage.page.keyboard.type('729401');
        const told = isWrong ? [stage.frame.getByRole('alert')] : [];
        for (const shown of [stage.frame.locator('.dots'), keypad(), ...told]) {
          await see(shown).toBeInViewport({ ratio: 1 });
        }
        const keys = await keypad().getByRole('button').all();
        const boxes = await Promise.all(keys.map(async (key) => (await key.boundingBox()) as Box));
        for (const box of boxes) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(least);
        expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(rows);
        expect(await stage.frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    },
  );
});

type Box = { x: number; y: number; width: number; height: number };

test('the rules of a new PIN are there before they are broken', async () => {
  await begin();
  stage.reply('open', opened({ step: 'newPin', keypad: STEP_PIN.keypad }));
  await open();
  await title('결제비밀번호를 만들어 주세요');
  await see(stage.frame.getByRole('listitem')).toHaveText([/123, 321/, /생년월일/]);
  await see(stage.frame.getByText('숫자 배열이 매번 바뀌어요')).toBeVisible();
});
