// @ts-expect-error it has no types
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadOKcashbagAPI } from '../../client/index';
import { createLoader } from '../../client/load';
import { watchPage } from '../../client/tag';

const SRC = 'https://front.example/js/okcashbagapi.js';

let load: typeof loadOKcashbagAPI;
let document: Document;

/** A page, and a loader that has loaded nothing yet. */
function openPage(html: string) {
  const { window } = new JSDOM(html);
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', window.document);
  document = window.document;
  load = createLoader();
}

beforeEach(() => {
  // A script that a test does not let come is not given up on during another test.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  openPage('<!doctype html>');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const tags = () => [...document.querySelectorAll('script')];
const tagAt = (nth: number) => tags()[nth] as HTMLScriptElement;
const happensTo = (tag: HTMLScriptElement, name: 'load' | 'error') => {
  tag.dispatchEvent(new (tag.ownerDocument.defaultView as unknown as typeof globalThis).Event(name));
};
/** What the script does when it runs. */
function defineClass() {
  const OKcashbagAPI = Object.assign(() => {}, { version: '1' });
  Object.assign(window, { OKcashbagAPI });
  return OKcashbagAPI;
}
const comes = (tag: HTMLScriptElement) => {
  const defined = defineClass();
  happensTo(tag, 'load');
  return defined;
};

describe('loadOKcashbagAPI', () => {
  it('adds a tag, and resolves to the class once that has run', async () => {
    const loading = load({ src: SRC });
    expect(tagAt(0).src).toBe(SRC);
    const defined = comes(tagAt(0));
    expect(await loading).toBe(defined);
  });

  it('adds one tag however often it is called, and gives every caller the same class', async () => {
    const first = load({ src: SRC });
    const second = load({ src: SRC });
    comes(tagAt(0));
    expect(await second).toBe(await first);
    expect(await load()).toBe(await first);
    expect(tags()).toHaveLength(1);
  });

  it('gives the tag the nonce, the hash, and what the browser needs to check it', () => {
    load({ src: SRC, nonce: 'bm9uY2U', integrity: 'sha384-AAAA' });
    expect(tagAt(0)).toMatchObject({ nonce: 'bm9uY2U', integrity: 'sha384-AAAA', crossOrigin: 'anonymous' });
  });

  it('gives the tag neither when there is neither', () => {
    load({ src: SRC });
    expect(tagAt(0).getAttributeNames()).toEqual(['src']);
  });

  it('resolves to the class that the page has already', async () => {
    const defined = defineClass();
    expect(await load()).toBe(defined);
    expect(tags()).toHaveLength(0);
  });

  it.each([SRC, 'https://front.example/js/0.2.0/okcashbagapi.js', 'https://front.example/js/okcashbagapi.js?v=1'])(
    'waits for the page’s own tag: %s',
    async (address) => {
      openPage(`<!doctype html><script async src="${address}"></script>`);
      const loading = load({ src: 'https://front.example/js/other/okcashbagapi.js' });
      expect(tags()).toHaveLength(1);
      const defined = comes(tagAt(0));
      expect(await loading).toBe(defined);
    },
  );

  it('does not wait for a tag that does not run', async () => {
    openPage(`<!doctype html><script type="text/plain" src="${SRC}"></script>`);
    load({ src: SRC });
    expect(tags()).toHaveLength(2);
  });

  it('rejects with what to look at when the script fails, takes its tag away, and tries again at the next call', async () => {
    const loading = load({ src: SRC });
    happensTo(tagAt(0), 'error');
    await expect(loading).rejects.toThrow(
      `${SRC} could not be loaded: is it the right address, and allowed by script-src?`,
    );
    expect(tags()).toHaveLength(0);
    const again = load({ src: SRC });
    const defined = comes(tagAt(0));
    expect(await again).toBe(defined);
  });

  it('adds a tag of its own after the page’s has failed, from the same address', async () => {
    openPage(`<!doctype html><script src="${SRC}"></script>`);
    const loading = load();
    happensTo(tagAt(0), 'error');
    await expect(loading).rejects.toThrow('could not be loaded');
    load();
    expect(tags().map((tag) => tag.src)).toEqual([SRC, SRC]);
  });

  it('rejects after 10 s, and resolves at the next call to a script that came late', async () => {
    const loading = load({ src: SRC });
    const rejected = expect(loading).rejects.toThrow('has not come within 10 s');
    await vi.advanceTimersByTimeAsync(10_000);
    await rejected;
    const defined = defineClass();
    expect(await load()).toBe(defined);
  });

  it('rejects when another script is there', async () => {
    const loading = load({ src: SRC });
    happensTo(tagAt(0), 'load');
    await expect(loading).rejects.toThrow('defines no OKcashbagAPI');
  });

  it('rejects without an address on a page without a tag', async () => {
    await expect(load()).rejects.toThrow('pass its address as src');
    load({ src: SRC });
    expect(tags()).toHaveLength(1);
  });
});

describe('okcashbagapi', () => {
  it('hears at once that the page’s tag failed before the first call', () => {
    openPage(`<!doctype html><script src="${SRC}"></script>`);
    watchPage();
    happensTo(tagAt(0), 'error');
    load();
    expect(tags()).toHaveLength(2);
  });

  it('can be imported and called on a server, where a call that nobody waits for is no unhandled rejection', async () => {
    vi.unstubAllGlobals();
    watchPage();
    const unhandled = vi.fn();
    process.once('unhandledRejection', unhandled);
    const loading = loadOKcashbagAPI({ src: SRC });
    await new Promise((done) => setImmediate(done));
    process.removeListener('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    await expect(loading).rejects.toThrow('there is no page');
  });
});
