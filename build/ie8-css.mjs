import { lexer, parse, walk } from 'css-tree';

/**
 * What Internet Explorer 8 does not know in a style sheet. It drops a declaration with a value, and a whole rule with a
 * selector, that it does not know, so each finding is something that would be missing there. What is not listed here is
 * not known: CSS 2.1, and the little more that version 8 has.
 * @param {string} css
 * @returns {string[]} one line for each finding, with its line in the sheet; empty when nothing is missing
 */
export function ie8CssFindings(css) {
  const findings = [];
  const report = (what, { loc }) => findings.push(`line ${loc.start.line}: ${what}`);
  const onParseError = ({ line, message }) => findings.push(`line ${line}: ${message}`);
  walk(parse(css, { positions: true, parseCustomProperty: true, onParseError }), (node) => {
    const what = CHECKS[node.type]?.(node);
    if (what) report(what, node);
  });
  return findings;
}

const PROPERTIES = new Set(
  [
    'background background-attachment background-color background-image background-position background-repeat',
    'border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left',
    'border-right border-spacing border-style border-top border-top-color border-top-style border-top-width border-width',
    'bottom box-sizing caption-side clear clip color content counter-increment counter-reset cursor direction display',
    'empty-cells float font font-family font-size font-style font-variant font-weight height left letter-spacing line-height',
    'list-style list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top',
    'max-height max-width min-height min-width outline outline-color outline-style outline-width overflow overflow-x overflow-y',
    'padding padding-bottom padding-left padding-right padding-top position quotes right table-layout text-align',
    'text-decoration text-indent text-transform top vertical-align visibility white-space width word-break word-spacing',
    'word-wrap z-index zoom',
  ]
    .join(' ')
    .split(' '),
);
/** With one colon, all of them. */
const PSEUDOS = new Set(['active', 'after', 'before', 'first-child', 'focus', 'hover', 'lang', 'link', 'visited']);
const FUNCTIONS = new Set(['attr', 'counter', 'counters', 'rect', 'url']);
const UNITS = new Set(['cm', 'em', 'ex', 'in', 'mm', 'pc', 'pt', 'px']);
/** Words that other browsers take for these properties. */
const WORDS = /^(flex|inline-flex|grid|inline-grid|contents|flow-root|sticky|currentcolor|initial|unset|revert)$/i;

/** By type of node of the sheet: what is wrong with it. */
const CHECKS = {
  Atrule: ({ name }) => `@${name}`,
  PseudoClassSelector: ({ name }) => !PSEUDOS.has(name) && `:${name}`,
  PseudoElementSelector: ({ name }) => `::${name}`,
  AttributeSelector: ({ flags }) => flags && `flag ${flags} of an attribute selector`,
  Declaration({ property, value }) {
    if (!PROPERTIES.has(property)) return property;
    const { error } = lexer.matchProperty(property, value);
    return error && `${property}: ${error.message.split('\n', 1)[0]}`;
  },
  Function: ({ name }) => !FUNCTIONS.has(name) && `${name}()`,
  Dimension: ({ unit }) => !UNITS.has(unit) && `unit ${unit}`,
  Hash: ({ value }) => value.length !== 3 && value.length !== 6 && `#${value}`,
  Identifier: ({ name }) => WORDS.test(name) && name,
};
