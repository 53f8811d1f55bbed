import { readFileSync } from 'node:fs';
import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { built } from './built';
import { begin, button, focused, hears, METHOD, open, stage, title } from './shopper';
import { HOST, opened, refusal, TRANSACTION } from './stage';

const OPENING = 'OK캐쉬백을 여는 중이에요';
/** Marks the title of the document's own opening screen, before anything else is drawn. */
const mark = () => stage.frame.evaluate("document.getElementById('title').isOfTheDocument = true");
const isOfTheDocument = () => stage.frame.evaluate("!!document.getElementById('title').isOfTheDocument");

/** Runs the module of a document that was cut short before it. */
async function runModule(): Promise<void> {
  const html = readFileSync(`dist/front${built().popup.ko.path}`, 'utf8');
  await stage.frame.evaluate(/<script type="module">(.*?)<\/script>/s.exec(html)?.[1] as string);
}

describe('the opening screen', () => {
  test('stays as it came in the document until there is another', async () => {
    await begin();
    stage.reply('open', 'silence');
    await mark();
    await open();
    await see.poll(() => stage.calls.length).toBe(1);
    await title(OPENING);
    await focused('h1');
    expect(await isOfTheDocument()).toBe(true);
  });

  test('is the same in the document and drawn', async () => {
    const shape = () =>
      stage.frame.evaluate(() => {
        const header = document.querySelector('header')?.innerHTML.replace(/ focusable="false"/g, '');
        const main = document.querySelector('main');
        return [header, main?.className, main?.ariaBusy, main?.querySelector('.body')?.innerHTML];
      });
    await begin({ clock: true });
    stage.reply('open', 'silence');
    await mark();
    await open();
    await see.poll(() => stage.calls.length).toBe(1);
    const inDocument = await shape();
    await stage.page.clock.runFor(10_000);
    await see(button('다시 시도')).toBeVisible();
    expect(await isOfTheDocument()).toBe(false);
    expect(await shape()).toEqual(inDocument);
    await focused('h1');
  });

  test.each([
    ['닫기', () => button('닫기').click()],
    ['Esc', () => stage.page.keyboard.press('Escape')],
  ])('is closed by %s', async (_name, close) => {
    await begin();
    stage.reply('open', 'silence');
    await open();
    await focused('h1');
    await close();
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
  });

  test('has a 큰글씨 that works', async () => {
    await begin();
    stage.reply('open', 'silence');
    await mark();
    await open();
    await button('큰글씨').click();
    await see(button('큰글씨')).toHaveAttribute('aria-pressed', 'true');
    expect(await stage.frame.evaluate('document.documentElement.className')).toBe('large-text');
    expect(await isOfTheDocument()).toBe(true);
  });

  test('says why it cannot be opened, and the problem has the focus', async () => {
    await begin();
    stage.reply('open', refusal('5000'));
    await open();
    await title('OK캐쉬백을 열지 못했어요');
    await focused('#problem');
  });
});

describe('a frame that was made to be shown', () => {
  test('takes the focus before the page says anything', async () => {
    await begin({ end: '#open' });
    await focused('h1');
    expect(await stage.frame.evaluate('document.hasFocus()')).toBe(true);
    await open();
    await title(METHOD);
    await focused('h1');
  });

  test('leaves the focus on the page when it is only prepared', async () => {
    await begin();
    expect(await stage.frame.evaluate('[document.activeElement.tagName, document.hasFocus()]')).toEqual([
      'BODY',
      false,
    ]);
  });
});

describe('a document whose module is still on its way', () => {
  test('takes the focus when it was made to be shown', async () => {
    await begin({ end: '#open', isCutShort: true });
    await focused('h1');
    expect(await stage.frame.evaluate('document.hasFocus()')).toBe(true);
  });

  test.each([
    ['닫기', () => button('닫기').click()],
    ['Esc', () => stage.page.keyboard.press('Escape')],
  ])('is closed by %s', async (_name, close) => {
    await begin({ end: '#open', isCutShort: true });
    await open();
    await close();
    await hears({
      type: 'FAILED',
      result: { errorObject: { errorCode: '2002', errorMessage: '인증이 완료 되지 않았습니다.' } },
    });
  });

  test('opens the session once, for the first token', async () => {
    await begin({ isCutShort: true });
    await stage.say({ type: 'PREPARE' });
    await stage.say({ type: 'PREPARE', mctTrToken: 'x'.repeat(129) });
    await open();
    await open();
    await see.poll(() => stage.calls.length).toBe(1);
    expect(stage.calls).toEqual([{ call: 'open', request: { ...TRANSACTION, pageOrigin: HOST, locale: 'ko' } }]);
  });

  test('gives way to the document of another language, and opens nothing', async () => {
    await begin({ isCutShort: true });
    await stage.say({ type: 'OPEN', ...TRANSACTION, locale: 'en' });
    await see.poll(() => stage.calls.map(({ call }) => call)).toEqual([expect.stringMatching(/\/en\.html$/)]);
  });

  test('hands over what is wrong with the tokens, and the page hears of it', async () => {
    await begin({ end: '#open', isCutShort: true });
    await stage.say({ type: 'OPEN', mctTrToken: 7 } as never);
    await runModule();
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '1000' } } });
  });

  test('hands over the answer to the module', async () => {
    await begin({ end: '#open', isCutShort: true });
    await open();
    await see.poll(() => stage.calls.length).toBe(1);
    await runModule();
    await title(METHOD);
    await focused('h1');
    expect(stage.calls).toHaveLength(1);
  });

  test('hands over a request that is still in flight, and only for the same token', async () => {
    await begin({ end: '#open', isCutShort: true });
    stage.reply('open', 'silence');
    await stage.say({ type: 'PREPARE', mctTrToken: 'earlier' });
    await see.poll(() => stage.calls.length).toBe(1);
    stage.reply('open', opened());
    await open();
    await runModule();
    await title(METHOD);
    expect(stage.calls.map(({ request }) => request.mctTrToken)).toEqual(['earlier', TRANSACTION.mctTrToken]);
  });
});
