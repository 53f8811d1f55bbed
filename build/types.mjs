import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';

/**
 * Writes the types of the browser API, taken from the source, as one file that needs no other: a merchant's TypeScript, whatever
 * its module resolution, gets the global `OKcashbagAPI` and the named types of `import type { … } from 'okcashbagapi'`.
 * @param {string} entry the source, whose only imports are types
 * @param {string} out the file to write
 */
export function writeTypes(entry, out) {
  const program = ts.createProgram([entry], {
    declaration: true,
    emitDeclarationOnly: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    strict: true,
    types: [],
  });
  const written = {};
  program.emit(undefined, (path, text) => {
    written[path.slice(path.lastIndexOf('/') + 1)] = text;
  });
  const relative = /^(?:import|export) type \{[^}]*\}(?: from '\.[^']*')?;\n/gm;
  const text = ['result.d.ts', 'api.d.ts'].map((name) => written[name].replace(relative, '')).join('\n');
  if (/from '\./.test(text)) throw new Error(`${entry}: its types need a file that they would not be published with.`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
}
