import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** Builds the merchants' server kit, `okcashbagapi/merchant`, and its command `okcashbag`: plain modules and types that need nothing but Node. */

const OUT = 'dist/kit';

const program = ts.createProgram(['merchant/client.ts', 'merchant/cli.ts'], {
  outDir: OUT,
  rootDir: '.',
  declaration: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  verbatimModuleSyntax: true,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
});

/**
 * The contract's types written out: in the source they are computed from schemas, by a library that a merchant does not have.
 * @param {ts.SourceFile} file
 */
function writtenOut(file) {
  const checker = program.getTypeChecker();
  const { InTypeAlias, NoTruncation } = ts.TypeFormatFlags;
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(file))
    .filter((symbol) => symbol.flags & ts.SymbolFlags.TypeAlias)
    .map((symbol) => {
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      return `export type ${symbol.name} = ${checker.typeToString(type, undefined, InTypeAlias | NoTruncation)};\n`;
    })
    .join('');
}

rmSync(OUT, { recursive: true, force: true });
const { diagnostics } = program.emit(undefined, (path, text, _bom, _error, sources) => {
  const [source] = sources ?? [];
  if (source?.fileName.includes('contract/') && path.endsWith('.js')) return;
  const api = source?.fileName.endsWith('contract/merchant-api.ts');
  const code = api ? writtenOut(source) : text;
  mkdirSync(dirname(resolve(path)), { recursive: true });
  // Node finds a module by its whole name.
  writeFileSync(path, code.replace(/(from '\.[^']*)'/g, "$1.js'"), { mode: code.startsWith('#!') ? 0o755 : 0o644 });
});
if (diagnostics.length) throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
