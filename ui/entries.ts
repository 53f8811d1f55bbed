/**
 * The history entries of this frame: one on opening and one a step forward, so that the browser's Back goes a step back
 * in here. They stay in the joint history when the frame is removed (Chromium), so they are taken back first.
 */
export interface Entries {
  /** There ought to be `count` entries of ours; `then` is called when it is so. */
  keep(count: number, then?: () => void): void;
}

/** After this long the browser's answer to a step in its history is not waited for. */
const PATIENCE_MS = 500;

/** `wentBack` is told when the shopper went back; `outside`: none of our entries is left. */
export function keepEntries(wentBack: (outside: boolean) => void): Entries {
  const depthOf = (state: { okcashbag?: number } | null): number => state?.okcashbag || 0;
  let depth = depthOf(history.state);
  let wanted = depth;
  let moving = 0;
  let settled: (() => void) | undefined;
  /** How many entries the browser had after our last. */
  let entries = history.length;

  function settle(): void {
    if (moving) return;
    while (depth < wanted) {
      try {
        history.pushState({ okcashbag: depth + 1 }, '');
      } catch (_refused) {
        // Firefox and Safari let a page add so many in a while, Internet Explorer 8 and 9 none. Then Back leads farther
        // than a step.
        wanted = depth;
        break;
      }
      depth += 1;
      entries = history.length;
    }
    // Not when the page around has gone on meanwhile: the way back would lead through its entries.
    if (depth > wanted && history.length === entries) {
      // No answer comes when something else moved at the same time.
      moving = window.setTimeout(() => arrived(wanted), PATIENCE_MS);
      history.go(wanted - depth);
    } else if (settled) {
      const then = settled;
      settled = undefined;
      then();
    }
  }

  function arrived(at: number): void {
    clearTimeout(moving);
    moving = 0;
    depth = at;
    settle();
  }

  window.addEventListener('popstate', (event) => {
    const at = depthOf(event.state);
    if (moving) return arrived(at);
    depth = at;
    const back = at < wanted;
    // After the browser's Forward there are as many entries as before, and the screen stays.
    wanted = at;
    if (back) wentBack(at === 0);
  });

  return {
    keep(count, then) {
      wanted = count;
      settled = then;
      settle();
    },
  };
}
