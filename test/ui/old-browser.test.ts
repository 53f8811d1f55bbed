import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { es3Findings } from '../../build/es3.mjs';
import { built } from './built';
import { openOldBrowser } from './old-browser';
import { KEYPAD, opened, TRANSACTION } from './stage';

const ESC = 27;
const BACKSPACE = 8;
const KEY_7 = 55;
const NUMPAD_2 = 98;

/** The popup, shown, with the first screen that the server says. */
function show(next?: object) {
  const browser = openOldBrowser();
  browser.say({ type: 'OPEN', ...TRANSACTION });
  browser.requests[0]?.answer(200, opened(next));
  return browser;
}

describe.each(['ko', 'en'] as const)('the script for old browsers in %s', (locale) => {
  it('is ES3 to the letter, with nothing that JScript reads otherwise', () => {
    expect(es3Findings(readFileSync(`dist/front${built().popup[locale].legacy.script}`, 'utf8'))).toEqual([]);
  });
});

describe('the popup where there is no more than Internet Explorer 8 has', () => {
  it('says that it is there, opens a session and shows the first screen', () => {
    const { document, heard, requests } = show();
    expect(heard).toEqual([{ type: 'READY' }]);
    expect(requests[0]).toMatchObject({ call: 'open', body: { ...TRANSACTION, pageOrigin: 'http://host.test' } });
    expect(document.getElementById('title')?.textContent).toBe('본인 확인 방법을 선택해 주세요');
  });

  it('groups a card number while it is typed, and sends what was typed', () => {
    const { field, press, type, submit, requests } = show();
    press('카드 인증');
    type('cardNumber', '8951000000000001');
    expect(field('cardNumber').value).toBe('8951 0000 0000 0001');
    expect(field('cardPassword').type).toBe('password');
    type('cardPassword', 'secret');
    submit();
    expect(requests[1]).toMatchObject({
      call: 'identifyByCard',
      body: { cardNumber: '8951000000000001', cardPassword: 'secret' },
    });
  });

  it('sees what was deleted, cut or pasted without a key', async () => {
    const { field, press, document } = show();
    press('카드 인증');
    field('cardNumber').dispatchEvent(new (document.defaultView as Window & typeof globalThis).Event('paste'));
    field('cardNumber').value = '8951-0000';
    await expect.poll(() => field('cardNumber').value).toBe('8951 0000');
  });

  it('loses no key when something else is drawn before the turn of that key', () => {
    const { field, press, key } = show();
    press('카드 인증');
    key(KEY_7, field('cardNumber'));
    field('cardNumber').value = '7';
    press('큰글씨');
    expect(field('cardNumber').value).toBe('7');
  });

  it('leaves what is wrong on the screen until something is typed', () => {
    const { field, press, submit, document } = show();
    press('카드 인증');
    submit();
    field('cardNumber').dispatchEvent(new (document.defaultView as Window & typeof globalThis).Event('blur'));
    expect(document.getElementById('cardNumber-problem')?.textContent).toContain('16자리');
  });

  it('goes from field to field, and hears of a chosen carrier and a ticked box at once', () => {
    const { document, field, press, type } = show();
    press('휴대폰 본인인증');
    expect(document.activeElement?.id).toBe('name');
    type('name', '김하늘');
    type('birthDate', '900102');
    expect(document.activeElement?.id).toBe('firstDigit');
    type('firstDigit', '2');
    expect(document.activeElement?.id).toBe('carrier');
    const carriers = document.querySelectorAll<HTMLInputElement>('[name="carrier"]');
    carriers[4]?.click();
    carriers[1]?.click();
    expect([...carriers].map(({ checked }) => checked)).toEqual([false, true, false, false, false, false]);
    type('phone', '01012345678');
    expect(document.activeElement?.id).toBe('consents');
    press('약관 전체 동의 내용 보기');
    expect(document.body.textContent).toContain('본인 확인에만 쓰고');
    field('consents').click();
    expect(field('personalInfo').checked).toBe(true);
    field('personalInfo').click();
    expect(field('consents').checked).toBe(false);
  });

  it('shows the words that cannot be folded up, and a word for each icon that stands alone', () => {
    const { press, document, type } = show();
    press('휴대폰 본인인증');
    type('name', '김하늘');
    type('birthDate', '900102');
    type('firstDigit', '2');
    expect(document.body.textContent).toContain('114에 전화하면');
    expect(document.querySelector('svg, details')).toBeNull();
    const names = [...document.querySelectorAll('header button')].map((one) => one.textContent);
    expect(names).toEqual(['이전', '큰글씨', '닫기']);
  });

  it('takes digits from the keyboard, and keeps Backspace from leaving the page', () => {
    const { key, document } = show({ step: 'pin', keypad: KEYPAD, attemptsLeft: 5 });
    const filled = () => document.querySelectorAll('.dots .on').length;
    key(KEY_7);
    key(NUMPAD_2);
    expect(filled()).toBe(2);
    expect(key(BACKSPACE)).toBe(false);
    expect(filled()).toBe(1);
  });

  it('leaves Backspace to a field', () => {
    const { key, press, field } = show();
    press('카드 인증');
    expect(key(BACKSPACE, field('cardNumber'))).toBe(true);
  });

  it('closes on Esc, at once: it has put nothing into the history', () => {
    const { key, heard } = show();
    key(ESC);
    expect(heard[1]).toMatchObject({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
  });

  it.each([12029, 12031, 0])('knows a status of %i for no answer', (status) => {
    const { press, requests, document } = show({ step: 'pin', keypad: KEYPAD, attemptsLeft: 5 });
    press('비밀번호를 잊었어요');
    requests[1]?.answer(status, '');
    expect(document.body.textContent).toContain('연결이 끊겼어요');
  });
});
