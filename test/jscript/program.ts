import { readFileSync } from 'node:fs';
import { type Node, parse } from 'acorn';

type AnyNode = Node & Record<string, unknown>;

const own = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * A program for Windows Script Host: what stands in a window of Internet Explorer (files of this folder, and `words`),
 * then the script that is shipped, then the file that says what it has to do. It prints a line for each thing, `ok …`
 * or `FAILED …`, and `end`; its exit code is the number of failures.
 */
export const program = (window: string[], shipped: string, test: string, words: object = {}): string =>
  ascii(`${window.map(own).join('\n')}
var words = ${JSON.stringify(words)};
try {
${withCharactersByIndex(shipped)}
${own(test)}
} catch (problem) {
  check('nothing is thrown', problem.message, '');
}
WScript.Echo('end');
WScript.Quit(failures);
`);

/** Windows reads a program in the code page of the machine. */
const ascii = (text: string): string =>
  text.replace(/[^\0-~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Windows Script Host starts JScript as Internet Explorer does for documents in the mode of version 7: a character of a
 * string is no property of it. In the mode of version 8 it is, so what reads `x[i]` asks a function for it.
 */
function withCharactersByIndex(script: string): string {
  /** A character of the script, and what stands there instead. */
  const instead = new Map<number, string>();
  function visit(node: AnyNode, parent: AnyNode | undefined, as: string): void {
    const isWritten =
      (parent?.type === 'AssignmentExpression' && as === 'left') ||
      parent?.type === 'UpdateExpression' ||
      parent?.operator === 'delete' ||
      (parent?.type === 'CallExpression' && as === 'callee');
    if (node.type === 'MemberExpression' && node.computed && !isWritten) {
      instead.set(node.start, ` propertyAt(${instead.get(node.start) ?? script[node.start]}`);
      instead.set(script.indexOf('[', (node.object as AnyNode).end), ',(');
      instead.set(node.end - 1, '))');
    }
    for (const [name, value] of Object.entries(node)) {
      for (const child of [value].flat()) {
        if (typeof (child as AnyNode | undefined)?.type === 'string') visit(child as AnyNode, node, name);
      }
    }
  }
  visit(parse(script, { ecmaVersion: 3 }) as unknown as AnyNode, undefined, '');
  return script.replace(/[\s\S]/g, (character, at: number) => instead.get(at) ?? character);
}
