import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';

/**
 * The rollup plugins that give the kit what a merchant's project can read of `contract/merchant-api.ts`: there, schemas
 * are made, and types computed from them, by a library that a merchant does not have. Here both are written out:
 * schemas as JSON, types with their comments.
 */

const SCHEMAS = resolve('contract/merchant-api.ts');
const ERRORS = resolve('contract/errors.ts');

/** What writes a type as text, as the checker sees it. */
function printer(checker) {
  const property = (symbol, indent) => {
    const comment = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    const mark = symbol.flags & ts.SymbolFlags.Optional ? '?' : '';
    const line = `${indent}${symbol.name}${mark}: ${print(checker.getTypeOfSymbol(symbol), indent)};\n`;
    return comment ? `${indent}/** ${comment} */\n${line}` : line;
  };
  const print = (type, indent = '') => {
    if (type.isUnion()) {
      const isNothing = ({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined) ? 1 : 0);
      const parts = type.types.toSorted((one, other) => isNothing(one) - isNothing(other));
      return parts.map((part) => print(part, indent)).join(' | ');
    }
    const properties = type.flags & ts.TypeFlags.Object && !checker.isArrayType(type) ? type.getProperties() : [];
    if (properties.length === 0) return checker.typeToString(type);
    return `{\n${properties.map((symbol) => property(symbol, `${indent}  `)).join('')}${indent}}`;
  };
  return print;
}

/** The exported types of a module. */
function writtenOut(path) {
  const program = ts.createProgram([path], {
    strict: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const print = printer(checker);
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)))
    .filter((symbol) => symbol.flags & ts.SymbolFlags.TypeAlias)
    .map((symbol) => `export type ${symbol.name} = ${print(checker.getDeclaredTypeOfSymbol(symbol))};\n`)
    .join('');
}

/** The rollup plugin that replaces a module of types by its types, written out. */
function typesOf(path) {
  const file = resolve('dist/bundles', `${basename(path, '.ts')}.d.ts`);
  return {
    name: `types of ${basename(path)}`,
    buildStart() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, writtenOut(path));
    },
    resolveId: (source, importer) => (importer && `${resolve(dirname(importer), source)}.ts` === path ? file : null),
  };
}

export const wireTypes = typesOf(SCHEMAS);

/** The codes of the error table, without the table. */
export const errorCodes = typesOf(ERRORS);

export const wireSchemas = {
  name: 'wire-schemas',
  async load(id) {
    if (id !== SCHEMAS) return null;
    const api = await tsImport('../contract/merchant-api.ts', import.meta.url);
    const written = Object.entries(api).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
    return { code: written.join(''), map: null };
  },
};
