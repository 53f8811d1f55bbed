import { type Finding, finding } from './finding';

const NARROWEST_PX = 320;

/** Whether the browser takes the page for one that nobody can listen to: addresses of this machine are, too. */
const isTrusted = (): boolean => window.isSecureContext ?? true;

/** Checks the document's mode, its viewport and its address. */
export function checkPage(): Finding[] {
  const found: Finding[] = [];
  if (document.compatMode !== 'CSS1Compat') {
    found.push(finding('page', 'quirks mode: Internet Explorer shows no popup (9999)', 'begin with <!doctype html>'));
  }

  const viewport = document.querySelector<HTMLMetaElement>('meta[name="viewport"]')?.content ?? '';
  if (!/width\s*=\s*device-width/.test(viewport)) {
    const change = 'add <meta name="viewport" content="width=device-width, initial-scale=1">';
    found.push(finding('viewport', 'phones show the popup as small as a desktop page', change));
  }
  if (/user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*1(\.0*)?\b/.test(viewport)) {
    found.push(finding('viewport', 'nobody can zoom', 'remove user-scalable and maximum-scale'));
  }
  if (window.innerWidth < NARROWEST_PX) {
    const problem = `the page is ${window.innerWidth} px wide`;
    found.push(finding('viewport', problem, `give its window or frame at least ${NARROWEST_PX} px`));
  }

  const { origin, protocol } = window.location;
  if (window.origin === 'null') {
    const change = 'serve the page over HTTP, and without a sandbox attribute or policy that lacks allow-same-origin';
    found.push(finding('origin', 'the page has no origin, so it cannot be registered', change));
  } else if (protocol === 'http:' && !isTrusted()) {
    found.push(finding('origin', `${origin} is not encrypted`, 'serve the page over HTTPS'));
  }
  return found;
}
