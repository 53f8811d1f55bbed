import { expect as see } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { begin, button, calls, focused, METHOD, open, stage, title } from './shopper';
import { FRONT, HOST, TRANSACTION } from './stage';

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
});
