import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createSession, IDLE, type OKcashbagHookOptions, type OKcashbagState, type Session } from './session';

export interface OKcashbagHook extends OKcashbagState {
  /** Opens the layer. Ignored while one is pending. It is the same function at every rendering. */
  show: () => void;
}

/** Before a shopper can press what has been rendered. On a server, React 18 warns of a layout effect. */
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The class as a hook: it loads the script, prepares the popup out of sight, and closes the layer when the component
 * goes. It calls the callbacks of the latest rendering.
 */
export function useOKcashbag(options: OKcashbagHookOptions): OKcashbagHook {
  const { token, userAuthToken, locale } = options;
  const [state, setState] = useState(IDLE);
  const latest = useRef(options);
  const session = useRef<Session | undefined>(undefined);

  useEarlyEffect(() => {
    latest.current = options;
  });
  useEarlyEffect(() => {
    const own = createSession(() => latest.current, setState);
    session.current = own;
    return own.leave;
  }, []);
  // A function is called by show(): there is nothing to prepare with.
  const known = typeof token === 'function' ? undefined : token;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the session reads them from the latest options
  useEffect(() => session.current?.prepare(), [known, userAuthToken, locale]);
  const show = useCallback(() => session.current?.show(), []);
  return { ...state, show };
}
