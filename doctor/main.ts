import type { Finding } from './finding';
import { checkModals } from './modal';
import { checkPage } from './page';
import { checkPolicies } from './policy';
import { checkScript } from './script';
import { checkWithServer } from './server';

/** The front server, which this script is from. */
const FRONT = new URL((document.currentScript as HTMLScriptElement).src).origin;

let latest: Promise<unknown> = Promise.resolve();

/** Examines the page after any examination that is going on: both would look at the focus. */
function doctor(params?: { mctTrToken?: unknown }): Promise<Finding[]> {
  const found = latest.then(() => examine(params));
  latest = found;
  return found;
}

/**
 * Looks for what keeps the popup from working on this page, and prints what to change, a line each. With a token, or a
 * promise of one, it also checks that the token is good here. Opens nothing and changes nothing.
 */
async function examine({ mctTrToken }: { mctTrToken?: unknown } = {}): Promise<Finding[]> {
  const found = [
    ...checkScript(FRONT, '__VERSION__'),
    ...checkPage(),
    ...(await checkPolicies(FRONT)),
    ...(await checkModals()),
    ...(await checkWithServer(FRONT, mctTrToken)),
  ];
  for (const { about, problem, change } of found) console.warn(`OKcashbagAPI ${about}: ${problem} → ${change}`);
  if (found.length === 0) console.info('OKcashbagAPI: nothing to change on this page');
  return found;
}

// The script may be missing, whatever its types promise.
if ('OKcashbagAPI' in window) Object.assign(window.OKcashbagAPI, { doctor });
doctor();
