import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { begin, button, calls, focused, hears, METHOD, open, stage, title } from './shopper';
import { FRONT, HOST, refusal, TRANSACTION } from './stage';

/** Posts a string to the frame, as the page around it. */
const post = (data: string) => `frame.contentWindow.postMessage(${JSON.stringify(data)}, '${FRONT}')`;

describe('warm and cold', () => {
  test('a warm popup has its first screen drawn, and takes neither focus nor history', async () => {
    await begin();
    const entries = await stage.page.evaluate('history.length');
    await stage.say({ type: 'PREPARE', ...TRANSACTION });
    await title(METHOD);
    expect(await stage.page.evaluate('history.length')).toBe(entries);
    expect(await stage.frame.evaluate('document.activeElement.tagName')).toBe('BODY');
    await open();
    await focused('h1');
    expect(calls()).toEqual(['open']);
    expect(stage.calls[0]?.request).toEqual({ ...TRANSACTION, pageOrigin: HOST, locale: 'ko' });
    await see.poll(() => stage.page.evaluate('history.length')).toBe(Number(entries) + 1);
  });

  test('a cold one shows the skeleton until the session is open', async () => {
    await begin();
    stage.reply('open', 'silence');
    await open();
    await title('OK캐쉬백을 여는 중이에요');
    await see(button('닫기')).toBeVisible();
  });

  test('opened by itself, not in a frame, it says so and does nothing', async () => {
    await begin();
    await stage.page.goto(stage.frame.url());
    await see(stage.page.getByText('쇼핑몰의 결제 화면에서 열어 주세요.')).toBeVisible();
    expect(calls()).toEqual([]);
  });
});

describe('a layer whose token is on its way', () => {
  test('is prepared without a token: nothing is seen, nothing is called', async () => {
    await begin();
    await stage.say({ type: 'PREPARE' });
    await stage.say({ type: 'PREPARE', ...TRANSACTION });
    await title(METHOD);
    await open();
    await focused('h1');
    expect(calls()).toEqual(['open']);
  });

  test('is opened without a token: the opening screen, then the token in one call', async () => {
    await begin();
    await stage.say({ type: 'OPEN' });
    await focused('h1');
    await title('OK캐쉬백을 여는 중이에요');
    expect(calls()).toEqual([]);
    await open();
    await title(METHOD);
    await open();
    expect(calls()).toEqual(['open']);
    await stage.page.evaluate('history.back()');
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
  });

  test.each([
    ['닫기', () => button('닫기').click()],
    ['Esc', () => stage.page.keyboard.press('Escape')],
  ])('is closed by %s', async (_name, close) => {
    await begin();
    await stage.say({ type: 'OPEN' });
    await focused('h1');
    await close();
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
    expect((await stage.heard()).length).toBe(2);
  });

  test('is closed by Esc before the page has said anything, and says so as soon as it knows to whom', async () => {
    await begin({ end: '#open' });
    await focused('h1');
    await stage.page.keyboard.press('Escape');
    expect(await stage.heard()).toEqual([{ type: 'READY' }]);
    await open();
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
    expect(calls()).toEqual([]);
  });

  test('is closed although the browser does not take its history entry back', async () => {
    await begin();
    await stage.say({ type: 'OPEN' });
    await see.poll(() => stage.frame.evaluate('history.state')).toEqual({ okcashbag: 1 });
    await stage.frame.evaluate('history.go = () => {}');
    await button('닫기').click();
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
  });

  test('is closed although the browser adds no history entry', async () => {
    await begin();
    await stage.frame.evaluate("history.pushState = () => { throw new Error('Too many calls') }");
    await open();
    await button('카드 인증').click();
    await button('이전').click();
    await title(METHOD);
    await button('닫기').click();
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
  });
});

describe('OPEN with what is no token', () => {
  test.each<object>([
    { mctTrToken: 7 },
    { mctTrToken: { merchantTrToken: 'x' } },
    { mctTrToken: [] },
    { mctTrToken: 'x'.repeat(129) },
    { ...TRANSACTION, userAuthToken: true },
  ])('is 1000: %j', async (tokens) => {
    await begin();
    await stage.page.evaluate(post(JSON.stringify({ type: 'OPEN', ...tokens })));
    const errorDetailMessage = 'Expected tokens as strings of at most 128 characters';
    await hears({ type: 'FAILED', result: { errorObject: { errorCode: '1000', errorDetailMessage } } });
    expect(calls()).toEqual([]);
  });

  test('null counts as absent', async () => {
    await begin();
    await stage.page.evaluate(post(JSON.stringify({ type: 'OPEN', ...TRANSACTION, userAuthToken: null })));
    await title(METHOD);
    expect(stage.calls[0]?.request).toMatchObject({ userAuthToken: '' });
  });
});

test('a refusal to open says in the console what its developers have to do, once, also while out of sight', async () => {
  await begin();
  const lines: string[] = [];
  stage.page.on('console', (message) => lines.push(`${message.type()} ${message.text()}`));
  stage.reply('open', refusal('1000'));
  await stage.say({ type: 'PREPARE', ...TRANSACTION });
  // The browser itself says that the answer was 403.
  await see.poll(() => lines.filter((line) => line.includes('OKcashbag'))).toEqual(['error OKcashbagAPI: 1000 detail']);
  await open();
  await title('결제를 이어서 할 수 없어요');
  expect(lines.filter((line) => line.includes('OKcashbag'))).toHaveLength(1);
});

describe('hostile messages', () => {
  test('only the page around is heard, and only what makes sense', async () => {
    await begin();
    const other = JSON.stringify(JSON.stringify({ type: 'OPEN', ...TRANSACTION }));
    await stage.frame.evaluate(`window.postMessage(${other}, '*')`);
    await stage.page.evaluate(`new Promise((done) => {
      const attacker = document.createElement('iframe');
      attacker.srcdoc = '<script>parent.frames[0].postMessage(' + ${JSON.stringify(other)} + ', "*")<' + '/script>';
      attacker.onload = done;
      document.body.appendChild(attacker);
    })`);
    const nonsense = ['', '1', 'hello', 'null', '{"type":1}', '{"type":"OPENED"}', '{}'];
    nonsense.push('{"type":"PREPARE"}', '{"type":"PREPARE","mctTrToken":{},"userAuthToken":""}', '[]');
    for (const data of [...nonsense, null, 1, {}, []]) {
      await stage.page.evaluate(`frame.contentWindow.postMessage(${JSON.stringify(data)}, '${FRONT}')`);
    }
    expect(calls()).toEqual([]);
    expect(await stage.heard()).toEqual([{ type: 'READY' }]);
    await open();
    await title(METHOD);
    expect(calls()).toEqual(['open']);
  });

  test.each(['닫기', 'Esc'])(
    'a CLOSE of the page’s own, which leaves the layer open, can be ended by %s',
    async (how) => {
      await begin();
      await open();
      await title(METHOD);
      await stage.say({ type: 'CLOSE' });
      await title('OK캐쉬백을 여는 중이에요');
      if (how === 'Esc') await stage.page.keyboard.press('Escape');
      else await button('닫기').click();
      await see
        .poll(() => stage.heard())
        .toMatchObject([{ type: 'READY' }, { type: 'FAILED', result: { errorObject: { errorCode: '2002' } } }]);
    },
  );
});
