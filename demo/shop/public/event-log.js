import { element } from './page.js';

/** Every event of the widget with its data, for manual checks and tests. */
window.shopEvents = [];

/** Records an event of the widget. */
export function record(name, data) {
  window.shopEvents.push({ name, data });
  note(name, data);
}

/** Adds a line to the log: a call or an event. */
export function note(name, data) {
  const entry = document.createElement('li');
  const time = document.createElement('time');
  const what = document.createElement('b');
  time.textContent = new Date().toLocaleTimeString('en-GB');
  what.textContent = name;
  entry.append(time, ' ', what);
  if (data !== undefined) {
    const detail = document.createElement('pre');
    detail.tabIndex = 0;
    detail.textContent = JSON.stringify(data, null, 2);
    entry.append(detail);
  }
  element('log').append(entry);
  element('log-empty').hidden = true;
}

/** Empties the log. */
export function clear() {
  window.shopEvents.length = 0;
  element('log').replaceChildren();
  element('log-empty').hidden = false;
}
