import { parse } from 'acorn';

/**
 * What JScript 5.8 (Internet Explorer 8) cannot read, or reads otherwise than everybody else, in a script. Empty when
 * it may be shipped. A parser of ECMAScript 3 finds most of it; the rest are bugs and gaps of JScript that no standard
 * tells of:
 * - `[1,]` has the length 2, and a hole is no hole;
 * - the name of a function expression is a variable of the function around it, a second function;
 * - so is the parameter of a `catch`: it overwrites what has the same name there;
 * - a function declared in a block is declared always;
 * - `/[^]/` and `/[]/` do not end where they seem to.
 * @param {string} code
 * @returns {string[]} one line for each finding, with its place
 */
export function es3Findings(code) {
  let program;
  try {
    program = parse(code, { ecmaVersion: 3, allowReserved: 'never' });
  } catch (error) {
    return [`syntax: ${error.message} ${near(code, error.pos)}`];
  }
  const findings = [];
  const report = (what, node) => findings.push(`${what} ${near(code, node.start)}`);
  visit(program, [], (node, ancestors) => {
    CHECKS[node.type]?.(node, (what) => report(what, node), ancestors, code);
  });
  return findings;
}

/** Stops the build when Internet Explorer 8 cannot read a script. */
export function requireEs3(name, code) {
  const findings = es3Findings(code);
  if (findings.length) throw new Error(`Internet Explorer 8 cannot read ${name}:\n${findings.join('\n')}`);
}

const near = (code, at) => JSON.stringify(code.slice(Math.max(0, at - 20), at + 40));

const isFunction = (node) => /^Function/.test(node.type);

function* childrenOf(node) {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (child?.type) yield child;
  }
}

function visit(node, ancestors, see) {
  see(node, ancestors);
  for (const child of childrenOf(node)) visit(child, [...ancestors, node], see);
}

/** The names that a function (or the program) declares itself, without those of functions in it. */
function declaredIn(scope) {
  const names = new Set((scope.params ?? []).map(({ name }) => name));
  const look = (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') names.add(node.id.name);
    if (!isFunction(node)) for (const child of childrenOf(node)) look(child);
  };
  for (const child of childrenOf(scope)) look(child);
  return names;
}

/**
 * Whether a name is read in a function as somebody else's: an outer variable, through functions that do not declare it.
 */
function usesOuter(node, name, skipped) {
  if (node === skipped) return false;
  if (node.type === 'Identifier') return node.name === name;
  if (node.type === 'CatchClause' && node.param.name === name) return false;
  if (isFunction(node) && declaredIn(node).has(name)) return false;
  for (const [key, value] of Object.entries(node)) {
    const isName = (key === 'property' && !node.computed) || (node.type === 'Property' && key === 'key');
    if (isName) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child?.type && usesOuter(child, name, skipped)) return true;
    }
  }
  return false;
}

/** By type of node. */
const CHECKS = {
  ArrayExpression(node, report, _ancestors, code) {
    if (/,\s*\]$/.test(code.slice(node.start, node.end)) || node.elements.includes(null)) report('array with a hole');
  },
  FunctionExpression(node, report) {
    if (node.id) report('named function expression');
  },
  FunctionDeclaration(_node, report, ancestors) {
    const [around, outer] = ancestors.slice(-2).reverse();
    if (around.type !== 'Program' && !isFunction(outer)) report('function declared in a block');
  },
  CatchClause(node, report, ancestors) {
    const { name } = node.param;
    const scope = ancestors.findLast((one) => isFunction(one) || one.type === 'Program');
    if (declaredIn(scope).has(name)) report('catch parameter with the name of a variable');
    else if (usesOuter(scope.body.type ? scope.body : scope, name, node))
      report('catch parameter over an outer variable');
  },
  Literal(node, report) {
    if (node.regex && /\[\^?\]/.test(node.regex.pattern)) report('empty class in a regular expression');
  },
};
