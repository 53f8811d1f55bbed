import type { OKcashbagAPIConstructor } from '../src/api';
import { failedAddress, findTag, giveUp, watchTag } from './tag';

export interface LoadOptions {
  /** The script's address, such as `https://front.example/js/okcashbagapi.js`. Not needed if the page has its tag. */
  src?: string | undefined;
  /** The page's nonce, for a Content-Security-Policy without `https://front.example` in `script-src`. */
  nonce?: string | undefined;
  /** The script's hash (SRI), such as `sha384-…`. Only for the address of a version, whose bytes never change. */
  integrity?: string | undefined;
}

const TIMEOUT_MS = 10_000;

/** Creates a loader, which remembers what it loads. */
export function createLoader() {
  /** What is being loaded, or is there; undefined before, and again after a failure. */
  let loading: Promise<OKcashbagAPIConstructor> | undefined;
  return (options: LoadOptions = {}): Promise<OKcashbagAPIConstructor> => {
    if (typeof document === 'undefined') return rejectOnServer();
    // Not what an earlier call found: each of a page's unit tests may install a fake of its own.
    if (isThere()) return Promise.resolve(window.OKcashbagAPI);
    loading ??= load(options).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * Resolves to the script's class, which it waits for if the page has a tag of the script; else it adds one. However
 * often it is called, there is one script and one class; options count when a tag is added. Rejects if the script does
 * not come within 10 s; the next call then tries again. On a server it rejects, without an unhandled rejection.
 */
export const loadOKcashbagAPI: (options?: LoadOptions) => Promise<OKcashbagAPIConstructor> = createLoader();

const isThere = (): boolean => typeof window.OKcashbagAPI === 'function';

/** A module may call it while a server renders it, where nobody waits for the class. */
function rejectOnServer(): Promise<never> {
  const rejected = Promise.reject(new Error('loadOKcashbagAPI: there is no page. Await it in the browser only'));
  rejected.catch(() => undefined);
  return rejected;
}

function load(options: LoadOptions): Promise<OKcashbagAPIConstructor> {
  return new Promise((resolve, reject) => {
    const found = findTag();
    const tag = found ?? tagFor(options);
    const fail = (why: string) => {
      clearTimeout(timer);
      giveUp(tag);
      if (!found) tag.remove();
      reject(new Error(`loadOKcashbagAPI: ${tag.src} ${why}`));
    };
    const timer = setTimeout(() => fail(`has not come within ${TIMEOUT_MS / 1000} s`), TIMEOUT_MS);
    watchTag(tag, (isLoaded) => {
      if (!isLoaded) return fail('could not be loaded: is it the right address, and allowed by script-src?');
      if (!isThere()) return fail('defines no OKcashbagAPI');
      clearTimeout(timer);
      resolve(window.OKcashbagAPI);
    });
    if (!found) document.head.appendChild(tag);
  });
}

function tagFor({ src = failedAddress(), nonce, integrity }: LoadOptions): HTMLScriptElement {
  if (!src) throw new TypeError('loadOKcashbagAPI: the page has no tag of the script: pass its address as src');
  const tag = document.createElement('script');
  tag.src = src;
  tag.async = true;
  if (nonce) tag.nonce = nonce;
  if (integrity) {
    tag.integrity = integrity;
    // A browser checks what it may read.
    tag.crossOrigin = 'anonymous';
  }
  return tag;
}
