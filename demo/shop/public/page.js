/** What the server put into the page: the order as it stood, and the words in the page's language. */
const page = JSON.parse(document.getElementById('page').textContent);

export const text = page.text;

/** The order that the page shows; `state.order` is replaced as a whole, never changed. */
export const state = { order: page.order };

/** The element with this id. */
export const element = (id) => document.getElementById(id);

/** A text with its `{…}` filled in. */
export const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

const grouped = (n) => n.toLocaleString('en-US');
export const won = (n) => fill(text.won, { n: grouped(n) });
export const points = (n) => fill(text.points, { n: grouped(n) });

/** Puts a message for the shopper into an alert; with a code, in small print. An empty one clears it. */
export function tell(alert, message, code) {
  alert.textContent = message;
  if (!code) return;
  const small = document.createElement('small');
  small.textContent = fill(text.errorCode, { code });
  alert.append(' ', small);
}
