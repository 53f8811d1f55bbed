import { type Frame, expect as see } from '@playwright/test';
import { onTestFinished } from 'vitest';
import { KEYPAD, opened, type Stage, setStage, TRANSACTION } from './stage';

/** What the tests of the built popup do and see. */

/** The stage of the test that runs. */
export let stage: Stage;

/** Sets the stage of a test. */
export async function begin(options: Parameters<typeof setStage>[0] = {}): Promise<void> {
  stage = await setStage(options);
  onTestFinished(() => stage.close());
}

export const METHOD = '본인 확인 방법을 선택해 주세요';
export const PIN = '결제비밀번호를 입력해 주세요';
export const STEP_PIN = { step: 'pin', keypad: KEYPAD, attemptsLeft: 5 };

export const open = () => stage.say({ type: 'OPEN', ...TRANSACTION });
export const button = (name: string, frame: Frame = stage.frame) => frame.getByRole('button', { name, exact: true });
export const field = (label: string) => stage.frame.getByLabel(label, { exact: true });
export const title = (name: string) =>
  see(stage.frame.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
export const focused = (selector: string) => see(stage.frame.locator(selector)).toBeFocused();
export const calls = () => stage.calls.map(({ call }) => call);
const lastHeard = async () => (await stage.heard()).pop();
export const hears = (message: Record<string, unknown>) => see.poll(lastHeard).toMatchObject(message);

/** Opens the popup and sends card number and password. */
export async function card(): Promise<void> {
  await open();
  await button('카드 인증').click();
  await field('카드번호').fill('1234123412341234');
  await field('온라인 비밀번호').fill('secret');
  await button('인증하기').click();
}

/** Fills in who somebody is for a code to their phone, all but the consents. */
export async function person(): Promise<void> {
  await button('휴대폰 본인인증').click();
  await field('이름').fill('김하늘');
  await field('생년월일').fill('900102');
  await field('주민등록번호 뒤 첫 자리').fill('2');
  await field('KT 알뜰폰').check();
  await field('휴대폰 번호').fill('01012345678');
}

/** Opens the popup of a known member. */
export async function pin(): Promise<void> {
  stage.reply('open', opened(STEP_PIN));
  await open();
  await title(PIN);
}
