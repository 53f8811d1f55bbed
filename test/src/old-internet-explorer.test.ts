import { describe, expect, it } from 'vitest';
import { type Circumstances, type OldElement, OldInternetExplorer } from './old-internet-explorer';
import { shippedScript } from './stage';

const FRONT = 'https://front.example';
const ESCAPE_KEY_CODE = 27;

const TELL = `
  var told = [];
  function tell(name, result) { told.push(name + ' ' + (result.errorObject ? result.errorObject.errorCode : result.usePoint)); }
`;

function open(circumstances?: Circumstances) {
  const browser = new OldInternetExplorer(shippedScript(), circumstances);
  browser.evaluate(`${TELL} var opener = document.activeElement; var api = new OKcashbagAPI(); api.on(tell);`);
  browser.evaluate("api.show({ mctTrToken: 't' });");
  const of = (name: string) => browser.elements.filter(({ tagName }) => tagName === name);
  return {
    browser,
    of,
    layer: of('dialog').at(-1) as OldElement,
    frame: of('iframe').at(-1) as OldElement,
    button: (name: string) => of('button').find(({ words }) => words === name) as OldElement,
    say: (message: object, frame = of('iframe').at(-1) as OldElement) =>
      browser.hear({ source: frame.contentWindow, origin: FRONT, data: JSON.stringify(message) }),
    told: () => browser.evaluate('told.join()'),
  };
}

describe('in Internet Explorer 8, the layer', () => {
  it('opens without a dialog, talks, and reports the result', () => {
    const { browser, layer, frame, say, told } = open();
    expect(layer.style.visibility).toBe('visible');
    expect(frame.src).toMatch(/^https:\/\/front\.example\/popup\/\w+\/ko$/);
    say({ type: 'READY' });
    expect(frame.sent).toEqual([
      { message: expect.stringMatching(/^\{"type":"OPEN","mctTrToken":"t"/), origin: FRONT },
    ]);
    say({ type: 'AUTHENTICATED', result: { usePoint: 7, errorObject: null } });
    browser.pass(1_000);
    expect(told()).toBe('POINTS_AUTHENTICATED 7');
    expect(browser.elements).not.toContain(layer);
  });

  it('has its card, with 닫기, before the popup is there, and not after', () => {
    const { layer, button, say, told, browser } = open();
    browser.pass(100);
    expect(layer.words).toBe('닫기OK캐쉬백 포인트 사용');
    say({ type: 'READY' });
    expect(layer.words).toBe('');
    say({ type: 'READY' });
    expect(button('닫기')).toBeUndefined();
    browser.pass(20_000);
    expect(told()).toBe('');
  });

  it('closes by 닫기 and by Esc before the popup is there: 2002', () => {
    for (const close of [
      ({ button }: ReturnType<typeof open>) => button('닫기').onclick?.(),
      ({ browser }: ReturnType<typeof open>) => browser.press(ESCAPE_KEY_CODE),
    ]) {
      const opened = open();
      opened.browser.pass(100);
      close(opened);
      opened.browser.pass(1_000);
      expect(opened.told()).toBe('POINTS_AUTH_FAILED 2002');
      expect(opened.browser.elements).not.toContain(opened.layer);
    }
  });

  it('offers to try again after ten seconds, and does', () => {
    const { browser, layer, frame, button, told, of } = open();
    browser.pass(9_900);
    expect(button('다시 시도')).toBeUndefined();
    browser.pass(200);
    expect(layer.words).toContain('OK캐쉬백에 연결하지 못했어요');
    expect(browser.focused).toBe(button('다시 시도'));
    button('다시 시도').onclick?.();
    expect(of('iframe')).toHaveLength(1);
    expect(of('iframe')).not.toContain(frame);
    expect(layer.words).toBe('닫기OK캐쉬백 포인트 사용');
    browser.pass(10_100);
    button('닫기').onclick?.();
    browser.pass(1_000);
    expect(told()).toBe('POINTS_AUTH_FAILED 4001');
  });

  it('keeps the focus and gives it back, as a dialog does', () => {
    const { browser, layer, frame, say } = open();
    const opener = browser.evaluate('opener') as OldElement;
    expect(browser.focused).toBe(layer);
    opener.focus();
    browser.pass(300);
    expect(browser.focused).toBe(layer);
    say({ type: 'READY' });
    browser.pass(300);
    expect(browser.focused).toBe(frame);
    opener.focus();
    browser.pass(300);
    expect(browser.focused).toBe(frame);
    say({ type: 'FAILED', result: { errorObject: { errorCode: '2002' } } });
    expect(browser.focused).toBe(opener);
  });

  it('writes nothing into a console that is not there', () => {
    const { browser } = open();
    expect(() => browser.evaluate('api.show(); api.on(7); api.setParams({ mctTrToken: 7, other: 1 })')).not.toThrow();
  });

  it('waits for a thenable, and answers a token that is none with 1000', () => {
    const { browser, frame, say, told } = open();
    browser.evaluate(
      'api.forceClose(); var settle; api.show({ mctTrToken: { then: function (done) { settle = done; } } });',
    );
    say({ type: 'READY' });
    browser.evaluate("settle('late');");
    const [next] = browser.elements.filter((one) => one.tagName === 'iframe' && one !== frame);
    expect(next?.sent.map(({ message }) => JSON.parse(message).mctTrToken)).toEqual([undefined, 'late']);
    browser.evaluate('api.forceClose(); api.show({ mctTrToken: 7 });');
    browser.pass(1_000);
    expect(told()).toBe('POINTS_AUTH_FAILED 1000');
  });
});

describe('in Internet Explorer, which does not tell which script runs, the popup comes from', () => {
  const own = { src: `${FRONT}/js/okcashbagapi.js` };
  const lured = (src: string, type?: string) => [own, type === undefined ? { src } : { src, type }];

  it.each<[string, Circumstances['scripts']]>([
    ['its only tag', [own]],
    ['a tag with a type', [{ ...own, type: 'text/JavaScript' }]],
    ['a tag with a version and a query', [{ src: `${FRONT}/js/0.1.0/okcashbagapi.js?v=1` }]],
    ['an address without a scheme', [{ src: '//front.example/js/okcashbagapi.js' }]],
    ['two tags that agree', [own, { src: `${FRONT}/js/0.1.0/okcashbagapi.js` }]],
    ['a tag beside other scripts', [{ src: '' }, { src: 'https://cdn.example/jquery.js' }, own, { src: 'shop.js' }]],
    ['a tag beside text', lured('https://rival.example/js/okcashbagapi.js', 'text/plain')],
    ['a tag beside code as an address', lured('javascript:okcashbagapi.js')],
    ['a tag beside text as an address', lured('data:text/javascript,/okcashbagapi.js')],
    ['a tag beside a name before an @', lured('https://front.example@rival.example/js/okcashbagapi.js')],
    ['a tag beside nothing but spaces', lured('   ')],
    ['a tag beside slashes', lured('///js/okcashbagapi.js')],
    ['a tag beside an address without a host', lured('https:///js/okcashbagapi.js')],
  ])('%s', (_what, scripts) => {
    expect(open({ scripts: scripts as NonNullable<typeof scripts> }).frame.src).toMatch(
      /^https:\/\/front\.example\/popup\//,
    );
  });

  it('its only tag, beside an image that is named currentScript', () => {
    const currentScript = { tagName: 'IMG', src: 'https://rival.example/js/okcashbagapi.js' };
    expect(open({ document: { currentScript } }).frame.src).toMatch(/^https:\/\/front\.example\/popup\//);
  });

  it.each<[string, NonNullable<Circumstances['scripts']>]>([
    ['tags that do not agree', lured('https://rival.example/js/okcashbagapi.js')],
    ['tags that do not agree, the other way round', lured('https://rival.example/js/okcashbagapi.js').reverse()],
    ['another port', lured(`${FRONT}:8443/js/okcashbagapi.js`)],
    ['no tag', []],
    ['no tag with its name', [{ src: `${FRONT}/bundle.js` }]],
    ['an address with a name before an @', [{ src: 'https://front.example@rival.example/js/okcashbagapi.js' }]],
  ])('nowhere: 9999, for %s', (_what, scripts) => {
    const { browser, frame, told } = open({ scripts });
    expect(frame).toBeUndefined();
    browser.pass(1_000);
    expect(told()).toBe('POINTS_AUTH_FAILED 9999');
  });
});

describe.each([5, 7])('in Internet Explorer’s document mode %i', (documentMode) => {
  it.each(["new OKcashbagAPI('t')", 'new OKcashbagAPI()'])('%s fails clearly, once', (made) => {
    const browser = new OldInternetExplorer(shippedScript(), { documentMode });
    browser.evaluate(
      `var told = []; var api = ${made}; api.on('POINTS_AUTH_FAILED', function (result) { told.push(result); });`,
    );
    browser.pass(1_000);
    browser.evaluate("api.show({ mctTrToken: 't' });");
    expect(browser.evaluate('told.length')).toBe(0);
    browser.pass(1_000);
    expect(browser.evaluate('told')).toEqual([
      {
        errorObject: {
          errorCode: '9999',
          errorMessage: expect.stringMatching(/./),
          errorDetailMessage: expect.stringContaining('X-UA-Compatible: IE=edge'),
        },
      },
    ]);
    expect(browser.elements).toEqual([]);
    expect(browser.evaluate('api.isShow()')).toBe(false);
  });
});
