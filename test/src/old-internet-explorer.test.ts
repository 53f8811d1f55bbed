import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OldElement, OldInternetExplorer } from './old-internet-explorer';
import { buildScript } from './stage';

let dir = '';
let code = '';
beforeAll(async () => {
  ({ dir, code } = await buildScript());
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe('in Internet Explorer 8', () => {
  const open = () => {
    const browser = new OldInternetExplorer(code);
    browser.evaluate(
      "var opener = document.activeElement; var told = []; var api = new OKcashbagAPI(); api.on(function (name, result) { told.push(name + ' ' + (result.errorObject ? result.errorObject.errorCode : result.usePoint)); }); api.show({ mctTrToken: 't' });",
    );
    const [box, frame] = browser.shown as [OldElement, OldElement];
    return { browser, box, frame };
  };
  const say = (browser: OldInternetExplorer, frame: OldElement, message: object) =>
    browser.onmessage({
      source: frame.contentWindow,
      origin: 'https://front.example',
      data: JSON.stringify(message),
    });

  it('opens a layer without a dialog, talks, and tells the result', () => {
    const { browser, box, frame } = open();
    expect(box.style.visibility).toBe('');
    expect((frame as unknown as { src: string }).src).toMatch(/^https:\/\/front\.example\/popup\/\w+\/ko/);
    say(browser, frame, { type: 'READY' });
    expect(frame.sent).toEqual([{ message: '{"mctTrToken":"t","type":"OPEN"}', origin: 'https://front.example' }]);
    say(browser, frame, { type: 'AUTHENTICATED', result: { usePoint: 7, errorObject: null } });
    browser.run(3);
    expect(browser.evaluate('told.join()')).toBe('POINTS_AUTHENTICATED 7');
    expect(browser.shown).not.toContain(box);
  });

  it('offers to try again after ten seconds', () => {
    const { browser } = open();
    browser.run(50);
    expect(browser.shown.map(({ tagName }) => tagName)).toEqual(['dialog', 'p', 'button', 'button']);
    browser.shown[3]?.onclick();
    browser.run(2);
    expect(browser.evaluate('api.isShow()')).toBe(true);
    expect(browser.evaluate('told.length')).toBe(0);
  });

  it('keeps the focus in the layer and gives it back, as a dialog does', () => {
    const { browser, box, frame } = open();
    const button = browser.evaluate('opener') as OldElement;
    expect(browser.focused).toBe(box);
    button.focus();
    browser.run();
    expect(browser.focused).toBe(box);
    say(browser, frame, { type: 'READY' });
    browser.run();
    expect(browser.focused).toBe(frame);
    button.focus();
    browser.run();
    expect(browser.focused).toBe(frame);
    say(browser, frame, { type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
    expect(browser.focused).toBe(button);
  });

  it('says nothing in a console that is not there', () => {
    const { browser } = open();
    expect(() => browser.evaluate('api.show(); api.on(7); api.setParams({ mctTrToken: 7 })')).not.toThrow();
  });
});

describe.each([5, 7])('in Internet Explorer’s document mode %i', (mode) => {
  it.each(["new OKcashbagAPI('t')", 'new OKcashbagAPI()'])('%s fails clearly, once', (made) => {
    const browser = new OldInternetExplorer(code, mode);
    browser.evaluate(
      `var told = []; var api = ${made}; api.on('POINTS_AUTH_FAILED', function (result) { told.push(result); });`,
    );
    browser.run(3);
    browser.evaluate("api.show({ mctTrToken: 't' });");
    expect(browser.evaluate('told.length')).toBe(0);
    browser.run(3);
    expect(browser.evaluate('told')).toEqual([
      {
        errorObject: {
          errorCode: '9999',
          errorMessage: expect.stringMatching(/./),
          errorDetailMessage: 'postMessage',
        },
      },
    ]);
    expect(browser.shown).toEqual([]);
    expect(browser.evaluate('api.isShow()')).toBe(false);
  });
});
