/** The texts in the page's language, which the server put into the page. */
export const words = JSON.parse(document.getElementById('words').textContent);

/** The page's language, for formatting dates and times. */
export const language = document.documentElement.lang;

/** Fills in a text's `{…}` placeholders. */
export const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

/** Formats a number with thousands separators. */
export const grouped = (n) => n.toLocaleString('en-US');
