import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Preact without what the popup has no use for: a third of its bytes. The popup is drawn anew from one state into an empty element, so
 * a component is a function of its props: no classes, no component state, no error boundaries, no hooks or devtools, no hydration. No
 * `style` objects and no innerHTML either, which the policy forbids anyway. Preact's own published source is edited while it is
 * bundled; an edit that no longer fits stops the build (docs/decisions/0202-preact-for-functions.md).
 */

const SOURCE = join(dirname(createRequire(import.meta.url).resolve('preact')), '../src');

/** A component is called with its props; what it returns takes its place. */
const CALL_COMPONENT = `if (typeof newType == 'function') {
  tmp = newType(newVNode.props);
  oldDom = diffChildren(parentDom, isArray(tmp) ? tmp : [tmp], newVNode, oldVNode, globalContext, namespace,
    excessDomChildren, commitQueue, oldDom, isHydrating, refQueue);
} else if (`;

/** No listener of ours is added to an ancestor while an event is on its way up, so no clock is needed. */
const EVENT_PROXY = `function eventProxy(e) {
  return this._listeners[e.type](e);
}
`;

/** [file, what stands there once, what stands there instead]: a pattern that is global may match more than once. */
const EDITS = [
  ['diff/index.js', /outer: if \(typeof newType == 'function'\) {[\s\S]*?\n\t} else if \(/, CALL_COMPONENT],
  ['diff/index.js', 'oldVNode._flags & MODE_SUSPENDED', 'false'],
  ['diff/index.js', 'newVNode._flags & MODE_SUSPENDED ? undefined : oldDom', 'oldDom'],
  ['diff/index.js', /if \(\(r = vnode\._component\) != NULL\) {[\s\S]*?\n\t}\n/, ''],
  [
    'component.js',
    /^[\s\S]*(export function getDomSibling[\s\S]*?\n}\n)[\s\S]*$/,
    "import { NULL } from './constants';\n$1",
  ],
  ['create-element.js', 'type.defaultProps != NULL', 'false'],
  // Nobody sets an option hook, and what is thrown while drawing is thrown on.
  ['create-element.js', /options\.\w+/g, 'undefined'],
  ['render.js', /options\.\w+/g, 'undefined'],
  ['diff/props.js', /options\.\w+/g, 'undefined'],
  ['diff/index.js', /options\.(?!_catchError)\w+/g, 'undefined'],
  ['diff/index.js', 'import { BaseComponent, getDomSibling }', 'import { getDomSibling }'],
  // No refs: an element is found by its id.
  ['diff/index.js', '(r = vnode.ref)', 'false'],
  ['diff/children.js', 'childVNode.ref && oldVNode.ref != childVNode.ref', 'false'],
  ['render.js', 'commitRoot(commitQueue, vnode, refQueue);', ''],
  // Nothing of the document's is taken over.
  ['render.js', "typeof replaceNode == 'function'", 'false'],
  ['diff/index.js', /excessDomChildren != NULL/g, 'false'],
  ['diff/index.js', /excessDomChildren == NULL/g, 'true'],
  ['diff/index.js', 'excessDomChildren && slice.call(dom.childNodes)', 'NULL'],
  ['render.js', /parentDom\.firstChild\s*\? slice\.call\(parentDom\.childNodes\)\s*: NULL/, 'NULL'],
  ['diff/index.js', /!isHydrating/g, 'true'],
  ['diff/index.js', 'if (isHydrating)', 'if (false)'],
  // Children keep their places: no list is put in another order.
  ['diff/children.js', 'remainingOldChildren > (matched ? 1 : 0)', 'false'],
  ['diff/children.js', /skew(--|\+\+);/g, ''],
  // No styles and no HTML as attributes, none of the odd attributes and elements, no capturing listeners.
  ['diff/props.js', "name == 'style'", 'false'],
  ['diff/props.js', /name != 'width' &&[\s\S]*?name in dom/, "name != 'tabIndex' && name != 'role' && name in dom"],
  ['diff/props.js', "name = name.replace(/xlink(H|:h)/, 'h').replace(/sName$/, 's');", ''],
  ['diff/props.js', "name == 'popover' && value == true ? '' : value", 'value'],
  ['diff/props.js', "useCapture = name != (name = name.replace(CAPTURE_REGEX, '$1'));", 'useCapture = false;'],
  ['diff/props.js', /function createEventProxy[\s\S]*$/, EVENT_PROXY],
  ['diff/props.js', /value\[EVENT_ATTACHED\] = .*;/g, ''],
  ['diff/props.js', /let _id = [\s\S]*?;/, ''],
  ['diff/props.js', 'dom._listeners[name + useCapture]', 'dom._listeners[name]'],
  ['diff/props.js', /useCapture \? eventProxyCapture : eventProxy/g, 'eventProxy'],
  ['diff/props.js', /if \(lowerCaseName in dom[\s\S]*?else name = name\.slice\(2\);/, 'name = lowerCaseName.slice(2);'],
  ['diff/index.js', /(?<=if \(|else if \()i == 'dangerouslySetInnerHTML'/g, 'false'],
  ['diff/index.js', /nodeType == '(math|textarea|progress|foreignObject)'/g, 'false'],
  ['diff/index.js', "newVNode.type == 'template' ? dom.content : dom", 'dom'],
  ['diff/index.js', 'newProps.is && newProps', 'undefined'],
  ['diff/children.js', /typeof childVNode == 'bigint' \|\|\s*childVNode\.constructor == String/, 'false'],
  ['diff/children.js', 'childVNode.constructor === UNDEFINED && childVNode._depth > 0', 'false'],
];

const countOf = (found, code) =>
  typeof found === 'string' ? code.split(found).length - 1 : [...code.matchAll(new RegExp(found, 'g'))].length;

const PREACT = join(SOURCE, 'popup.js');

/** Bundles the edited Preact for `import … from 'preact'`. */
export const preactForFunctions = {
  name: 'preact-for-functions',
  resolveId(source, importer) {
    if (source === 'preact') return PREACT;
    if (!importer?.startsWith(SOURCE) || !source.startsWith('.')) return null;
    const path = join(dirname(importer), source);
    return /\/diff(\/index)?$/.test(path) ? join(SOURCE, 'diff/index.js') : `${path}.js`;
  },
  load(id) {
    if (id === PREACT) {
      return "export { render } from './render';\nexport { createElement as h } from './create-element';\n";
    }
    if (!id.startsWith(SOURCE)) return null;
    let code = readFileSync(id, 'utf8');
    for (const [file, found, instead] of EDITS) {
      if (id !== join(SOURCE, file)) continue;
      const places = countOf(found, code);
      if (places === 0 || (places > 1 && !found.global)) {
        throw new Error(`preact/src/${file}: expected to find ${found} once, found it ${places} times`);
      }
      code = code.replace(found, instead);
    }
    return code;
  },
};
