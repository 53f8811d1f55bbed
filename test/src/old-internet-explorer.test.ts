import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { OldElement, OldInternetExplorer } from './old-internet-explorer';
import { buildScript } from './stage';

let dir = '';
let code = '';
beforeAll(async () => {
  ({ dir, code } = await buildScript());
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe('in Internet Explorer 8', () => {
  const open = () => {
    const browser = new OldInternetExplorer(8, code);
    browser.evaluate(
      "var told = []; var api = new OKcashbagAPI(); api.on(function (name, result) { told.push(name + ' ' + (result.errorObject ? result.errorObject.errorCode : result.usePoint)); }); api.show({ mctTrToken: 't' });",
    );
    const [box, frame] = browser.shown as [OldElement, OldElement];
    return { browser, box, frame };
  };
  const say = (browser: OldInternetExplorer, frame: OldElement, message: object) =>
    browser.onmessage({
      source: frame.contentWindow,
      origin: 'https://front.example',
      data: `okcashbag:1:${JSON.stringify(message)}`,
    });

  it('opens a layer without a dialog, talks, and tells the result', () => {
    const { browser, box, frame } = open();
    expect(box.style.visibility).toBe('');
    expect((frame as unknown as { src: string }).src).toMatch(/^https:\/\/front\.example\/popup\/\w+\/ko/);
    say(browser, frame, { type: 'READY' });
    expect(frame.sent).toEqual([
      { message: 'okcashbag:1:{"mctTrToken":"t","locale":null,"type":1}', origin: 'https://front.example' },
    ]);
    expect((browser.window.document as { activeElement: OldElement }).activeElement).toBe(frame);
    say(browser, frame, { type: 'POINTS_AUTHENTICATED', result: { usePoint: 7, errorObject: null } });
    browser.run(3);
    expect(browser.evaluate('told.join()')).toBe('POINTS_AUTHENTICATED 7');
    expect(browser.shown).not.toContain(box);
    expect((browser.window.document as { activeElement: OldElement }).activeElement.tagName).toBe('button');
  });

  it('takes the focus back into the layer, and closes on Esc', () => {
    const { browser, box } = open();
    (browser.window.document as { activeElement: unknown }).activeElement = new OldElement(browser, 'a');
    browser.run();
    expect((browser.window.document as { activeElement: unknown }).activeElement).toBe(box);
    browser.window.event = { keyCode: 9 };
    box.onkeydown();
    expect(browser.evaluate('api.isShow()')).toBe(true);
    browser.window.event = { keyCode: 27 };
    box.onkeydown();
    browser.run(3);
    expect(browser.evaluate('told.join()')).toBe('POINTS_AUTH_FAILED 2002');
  });

  it('offers to try again after ten seconds', () => {
    const { browser, frame } = open();
    browser.run(50);
    expect(browser.shown.map(({ tagName }) => tagName)).toEqual(['dialog', 'iframe', 'button', 'button']);
    frame.contentWindow = null;
    browser.shown[3]?.onclick();
    browser.run(2);
    expect(browser.evaluate('api.isShow()')).toBe(true);
    expect(browser.evaluate('told.length')).toBe(0);
  });

  it('says nothing in a console that is not there', () => {
    const { browser } = open();
    expect(() => browser.evaluate('api.show(); api.on(7); api.setParams({ mctTrToken: 7 })')).not.toThrow();
  });
});

it.each([5, 7])('in a page of document mode %i: 9999 that says why, later, and nothing thrown', (mode) => {
  const browser = new OldInternetExplorer(mode, code);
  browser.evaluate(
    "var told = []; var api = new OKcashbagAPI('t'); api.on('POINTS_AUTH_FAILED', function (result) { told.push(result.errorObject); }); api.show();",
  );
  expect(browser.evaluate('told.length')).toBe(0);
  browser.run(5);
  expect(JSON.parse(JSON.stringify(browser.evaluate('told')))).toEqual([
    { errorCode: '9999', errorMessage: ERRORS['9999'].ko, errorDetailMessage: `documentMode ${mode}` },
  ]);
  expect(browser.shown).toEqual([]);
});
