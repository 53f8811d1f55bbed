import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Shim
 * @property {string} name
 * @property {string} module of the bundle: how its path ends
 * @property {string} found what stands there, once
 * @property {string} instead what stands there without the shim
 */

/**
 * All that the popup brings or does for old browsers alone, each with the edit that takes it away. Without it, at least
 * one journey in Internet Explorer has to fail; else it is not needed.
 * @type {Shim[]}
 */
export const SHIMS = [
  ...Array.from(readFileSync('ui/legacy.ts', 'utf8').matchAll(/^import 'core-js.*\/(.*)';$/gm), ([line, name]) => ({
    name: `core-js: ${name}`,
    module: 'ui/legacy.ts',
    found: line,
    instead: '',
  })),
  shim('createElementNS', 'elements', 'document.createElementNS = ', 'const unused = '),
  shim('listeners of elements', 'elements', 'withInputEvent(withListeners(', 'withInputEvent(('),
  shim('listeners of the window', 'listeners', 'withListeners(window);', ''),
  shim('listeners of the document', 'listeners', 'withListeners(document);', ''),
  shim('this of a listener', 'listeners', 'listener.call(this, ', 'listener('),
  shim('target of an event', 'listeners', 'target: srcElement || this,', ''),
  shim('currentTarget of an event', 'listeners', 'currentTarget: this,', ''),
  shim('key of an event', 'listeners', 'key: keyOf(keyCode),', ''),
  shim('keys that are held beside another', 'listeners', 'ctrlKey,\n      altKey,\n', ''),
  shim('what a message says', 'listeners', 'data,\n      origin,', 'origin,'),
  shim('who says a message', 'listeners', 'origin,\n      source,', ''),
  shim('preventDefault of an event', 'listeners', 'event.returnValue = false;', ''),
  shim(
    'a box that is ticked',
    'input-event',
    "else if (type === 'change') this.addEventListener('click', tell(this, type, listener));",
    '',
  ),
  shim('the input event', 'input-event', 'const isMissing = ', 'const isMissing = false && '),
  shim('a sign of the input event', 'input-event', '(element as Element as HTMLInputElement).oninput = null;', ''),
  shim('what was typed before something else came', 'store', 'tellWhatWasTyped();', ''),
];

function shim(name, file, found, instead) {
  return { name, module: `ui/legacy/${file}.ts`, found, instead };
}
