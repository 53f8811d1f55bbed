// @ts-expect-error it has no types
import { JSDOM } from 'jsdom';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeOKcashbag, installFakeOKcashbag } from '../../client/testing';
import { ensureBuild } from '../../scripts/build.mjs';
import { describeContract } from './contract';
import { openRealPage } from './real-page';

/** A page for the fake, whose globals are the test's, as in a merchant's unit tests with jsdom. */
function openFakePage() {
  const { window } = new JSDOM('<!doctype html><html lang="ko"></html>');
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('navigator', window.navigator);
  Object.assign(window, { console });
  const lines: string[] = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
  return lines;
}

function leaveFakePage() {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}

beforeAll(ensureBuild, 60_000);

describeContract('the script', openRealPage);
describeContract('the fake', async () => {
  const lines = openFakePage();
  const fake = installFakeOKcashbag();
  return {
    OKcashbagAPI: window.OKcashbagAPI,
    lines,
    layers: () => (fake.isOpen() ? 1 : 0),
    succeed: ({ errorObject: _none, ...points }) => fake.succeed(points),
    fail: fake.fail,
    close: fake.close,
    leave() {
      fake.uninstall();
      leaveFakePage();
    },
  };
});

describe('the fake', () => {
  let fake: FakeOKcashbag;
  beforeEach(() => {
    openFakePage();
    fake = installFakeOKcashbag();
  });
  afterEach(leaveFakePage);

  it('makes up what the test does not say, in the form of OCB', async () => {
    const heard = vi.fn();
    const api = new window.OKcashbagAPI('t');
    api.on('POINTS_AUTHENTICATED', heard);
    api.show();
    await fake.succeed({ usePoint: 1_000 });
    const ocbUseTrAuthToken = expect.stringMatching(/^.{128}$/);
    const result = { ocbUseTrAuthToken, mctAmount: 1_000, dutumPoint: 0, usePoint: 1_000, errorObject: null };
    expect(heard.mock.calls).toEqual([[result]]);
  });

  it('has told the listeners when succeed() resolves', async () => {
    const heard = vi.fn();
    const api = new window.OKcashbagAPI('t');
    api.on(heard);
    api.show();
    await fake.fail('9000');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('says so when the test ends a show() that nobody called', async () => {
    await expect(fake.succeed({ usePoint: 1 })).rejects.toThrow('no layer is open');
    await expect(fake.fail('2203')).rejects.toThrow('no layer is open');
    await expect(fake.close()).rejects.toThrow('no layer is open');
  });

  it('says so when the layer is closed before its token has come', async () => {
    const api = new window.OKcashbagAPI(new Promise<string>(() => undefined));
    api.show();
    const ending = fake.succeed({ usePoint: 1 });
    api.forceClose();
    await expect(ending).rejects.toThrow('gone before its token came');
  });

  it('fails with 4001 when a promised token has not come after 30 s', async () => {
    vi.useFakeTimers();
    const heard = vi.fn();
    const api = new window.OKcashbagAPI(new Promise<string>(() => undefined));
    api.on('POINTS_AUTH_FAILED', heard);
    api.show();
    await vi.advanceTimersByTimeAsync(30_001);
    vi.useRealTimers();
    expect(heard.mock.calls[0]?.[0].errorObject).toMatchObject({
      errorCode: '4001',
      errorDetailMessage: 'No token within 30 s',
    });
  });

  it('puts back what was there before', () => {
    expect(window.OKcashbagAPI).toBe(fake.OKcashbagAPI);
    fake.uninstall();
    expect('OKcashbagAPI' in window).toBe(false);
  });
});
