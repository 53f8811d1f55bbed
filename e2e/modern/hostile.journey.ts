import type { ModernDriver } from '../drivers/driver';
import { expect, SHOW, test } from '../fixtures';
import { reachPoints, usePoints } from '../journeys/steps';
import { KO } from '../words';

const said = (message: object) => JSON.stringify(message);

const STOLEN = { ocbUseTrAuthToken: 'x'.repeat(128), mctAmount: 1, dutumPoint: 0, usePoint: 1, errorObject: null };
/** Everything that the protocol can say, each way, and things that it cannot. */
const EVERYTHING = [
  said({ type: 'READY' }),
  said({ type: 'AUTHENTICATED', result: STOLEN }),
  said({
    type: 'FAILED',
    result: { errorObject: { errorCode: '9999', errorMessage: '', errorDetailMessage: '' } },
  }),
  said({ type: 'PREPARE', mctTrToken: 'x', userAuthToken: '' }),
  said({ type: 'OPEN', mctTrToken: 'x', userAuthToken: '' }),
  said({ type: 'CLOSE' }),
  '{',
  'null',
  said({ type: 'constructor' }),
  'hello',
];

/** Puts the attacker's page, from another origin, beside the layer; the page itself says the same all the time. */
const invite = (driver: ModernDriver, strangerUrl: string) =>
  driver.page.run(`
    var messages = ${JSON.stringify(EVERYTHING)};
    window.heard = [];
    window.isThere = false;
    addEventListener('message', function (event) {
      if (event.data && event.data.heard) heard.push(event.data.heard);
      if (event.origin === ${JSON.stringify(strangerUrl)}) isThere = true;
    });
    setInterval(function () { messages.forEach(function (message) { postMessage(message, '*'); }); }, 100);
    var frame = document.createElement('iframe');
    frame.name = JSON.stringify(messages);
    frame.src = ${JSON.stringify(`${strangerUrl}/attacker`)};
    document.body.appendChild(frame);
  `);

test.describe('hostile', { tag: '@modern' }, () => {
  test('messages of every kind from a foreign frame and from the page itself are dropped', async ({
    modern,
    sandbox,
    member,
    house,
    merchantPage,
  }) => {
    await modern.open(await merchantPage());
    await invite(modern, house.strangerUrl);
    await expect.poll(() => modern.page.run('return isThere')).toBe(true);
    await modern.page.press(SHOW);
    await reachPoints({ shopper: modern, sandbox }, member);
    await usePoints({ shopper: modern, sandbox }, 700);
    await modern.layerIs('gone');
    const events = await modern.events(1);
    expect(events).toMatchObject([{ name: 'POINTS_AUTHENTICATED', result: { usePoint: 700 } }]);
    expect(await modern.page.run('return heard.filter(function (one) { return /Token/.test(one); })')).toEqual([]);
  });

  test('a page that tells the popup to close, and leaves the layer open, traps nobody', async ({ modern, show }) => {
    await show();
    await modern.popup.seesTitle(KO.methodTitle);
    await modern.page.run(`frames[frames.length - 1].postMessage(${JSON.stringify(said({ type: 'CLOSE' }))}, '*')`);
    await modern.popup.seesTitle('OK캐쉬백을 여는 중이에요');
    await modern.popup.press(KO.close);
    await modern.layerIs('gone');
    expect((await modern.events(1)).map(({ result }) => result.errorObject?.errorCode)).toEqual(['2002']);
  });

  test('an origin that is not registered gets nothing', async ({ modern, show }) => {
    await show({ at: 'stranger' });
    await modern.popup.sees(/1000/);
    await modern.popup.press(KO.close);
    const events = await modern.events(1);
    expect(events.map(({ result }) => result.errorObject?.errorCode)).toEqual(['1000']);
  });

  test('a stranger who wraps the popup in a frame, with a stolen token, gets nothing', async ({
    modern,
    house,
    show,
    issueToken,
  }) => {
    const stolen = await issueToken();
    await show();
    await modern.layerIs('open');
    const address = await modern.page.run<string>("return document.querySelector('iframe').src");
    await modern.open(`${house.strangerUrl}/partner`);
    await modern.page.run(`
      var frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(address)};
      window.heard = [];
      addEventListener('message', function (event) {
        heard.push(event.data);
        frame.contentWindow.postMessage(${JSON.stringify(said({ type: 'OPEN', mctTrToken: stolen, userAuthToken: '' }))}, '*');
      });
      document.body.appendChild(frame);
    `);
    await modern.popup.sees(/1000/);
    expect(await modern.page.run('return heard.join()')).not.toContain(stolen);
  });
});
