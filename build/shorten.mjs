import { readdirSync, readFileSync } from 'node:fs';

/**
 * Names that only the popup itself reads: they are written out in the source and short in the document. `ui/flow.ts` declares them;
 * what the contract names as well goes over a wire and stays as it is, as do names that a browser knows (terser's own list).
 */

const flow = readFileSync('ui/flow.ts', 'utf8');
const contract = readdirSync('contract')
  .map((file) => readFileSync(`contract/${file}`, 'utf8'))
  .join('\n');

const all = (text, pattern) => [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name))];

const wire = all(contract, /\b(\w+)\??:/g);

/** For terser's `mangle.properties`: the popup's own properties, and Preact's, which begin with an underscore. */
export const ownProperties = new RegExp(
  `^(_.*|${all(flow, /\b(\w+)\??:/g)
    .filter((name) => !wire.includes(name))
    .join('|')})$`,
);

/** The names of events, each with a short one: 'METHOD_CHOSEN' → 'a'. */
const events = new Map(
  all(flow.slice(flow.indexOf('export type Event'), flow.indexOf('export type Effect')), /'([A-Z]+(?:_[A-Z]+)*)'/g).map(
    (name, index) => [name, index.toString(36)],
  ),
);

/** Writes events short in the popup's own modules. */
export const shortEvents = {
  name: 'short-events',
  transform(code, id) {
    if (!/\/ui\/.*\.tsx?$/.test(id)) return null;
    return {
      code: code.replace(/(['"])([A-Z_]+)\1/g, (all, _quote, name) =>
        events.has(name) ? `'${events.get(name)}'` : all,
      ),
      map: null,
    };
  },
};
