/** The data that the server embedded in the page: the order, and the texts in the page's language. */
const page = JSON.parse(document.getElementById('page').textContent);

export const text = page.text;

/** The order that the page shows. `state.order` is replaced, never mutated. */
export const state = { order: page.order };

/** Returns the element with this id. */
export const element = (id) => document.getElementById(id);

/** Fills in a text's `{…}` placeholders. */
export const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

const grouped = (n) => n.toLocaleString('en-US');
export const won = (n) => fill(text.won, { n: grouped(n) });
export const points = (n) => fill(text.points, { n: grouped(n) });

/** Shows a message for the shopper in an alert, with a code in small print. An empty message clears it. */
export function tell(alert, message, code) {
  alert.textContent = message;
  if (!code) return;
  const small = document.createElement('small');
  small.textContent = fill(text.errorCode, { code });
  alert.append(' ', small);
}
