import { type Node, parse } from 'acorn';

type AnyNode = Node & Record<string, unknown>;

/** The properties of an object that JScript's `for … in` passes over: those that Object.prototype has. */
const DONT_ENUM = '/^(constructor|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable)$/';

/**
 * Gives a script the bugs of Internet Explorer 8's JScript that HtmlUnit's engine does not have: `for … in` skips an
 * object's own properties that are named as one of Object.prototype, and what a `catch` catches is a variable of the
 * whole function.
 */
export function torture(script: string): string {
  const insertions: [at: number, text: string, end?: number][] = [];
  let count = 0;

  function visit(node: AnyNode, functionBody: AnyNode | undefined): void {
    const body = node.body as AnyNode;
    const own = /Function/.test(node.type) ? body : functionBody;
    if (node.type === 'ForInStatement') {
      const left = node.left as AnyNode;
      const key = left.type === 'VariableDeclaration' ? (left.declarations as AnyNode[])[0]?.id : left;
      const { type, name } = key as AnyNode;
      if (type === 'Identifier') {
        insertions.push([body.start, `{if(${DONT_ENUM}.test(${name}))continue;`], [body.end, '}']);
      }
    }
    if (node.type === 'CatchClause' && own) {
      const param = node.param as AnyNode;
      count += 1;
      insertions.push([own.start + 1, `var ${param.name};`]);
      insertions.push([param.start, `$caught${count}`, param.end]);
      insertions.push([body.start + 1, `${param.name}=$caught${count};`]);
    }
    for (const value of Object.values(node).flat()) {
      if (value && typeof (value as AnyNode).type === 'string') visit(value as AnyNode, own);
    }
  }
  visit(parse(script, { ecmaVersion: 5, sourceType: 'script' }) as unknown as AnyNode, undefined);

  // From the end to the beginning, so that what is not done yet stays where it was; of two at one place the outer comes
  // first.
  return insertions
    .map((insertion, order) => ({ insertion, order }))
    .sort((a, b) => b.insertion[0] - a.insertion[0] || b.order - a.order)
    .reduce((text, { insertion: [at, added, end = at] }) => text.slice(0, at) + added + text.slice(end), script);
}
