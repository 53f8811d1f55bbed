import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(__dirname, '..');
const PROGRAMS = ['contract', 'src', 'ui', 'merchant', 'server', 'demo', 'e2e', 'scripts', 'build', 'test'];

interface Import {
  /** A path from the root without extension, `node:…`, or `npm:…` for a package. */
  target: string;
  typeOnly: boolean;
}

interface Source {
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
};

function importsOf(tree: ts.SourceFile, path: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression, typeOnly: boolean) => {
    if (!ts.isStringLiteral(specifier)) return;
    const name = specifier.text;
    const own = name.startsWith('.') && normalize(join(dirname(path), name)).replace(/\.[jt]sx?$/, '');
    found.push({ target: own || (name.startsWith('node:') ? name : `npm:${name}`), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const sources: Source[] = PROGRAMS.flatMap(filesUnder).map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, tree, imports: importsOf(tree, path) };
});

const within = (folder: string): Source[] => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** The imports of a folder's files that no pattern allows. */
const strays = (folder: string, allowed: RegExp[], counts: (found: Import) => boolean = () => true): string[] =>
  within(folder).flatMap(({ path, imports }) =>
    imports
      .filter((found) => counts(found) && !allowed.some((pattern) => pattern.test(found.target)))
      .map(({ target }) => `${path} → ${target}`),
  );

/** Everything that a program of `Node` may use from outside. */
const PACKAGES = /^(npm|node):/;
/** Their schemas would weigh on a page: for browsers, types only. */
const SCHEMAS = /^contract\/(front-api|merchant-api)$|^npm:typebox/;

describe('who may import whom', () => {
  it.each<[string, RegExp[]]>([
    ['contract', [/^contract\//, /^npm:typebox$/]],
    ['src', [/^src\//, /^contract\//]],
    ['ui', [/^ui\//, /^contract\//, /^npm:(preact|core-js|words)(\/|$)/]],
    ['merchant', [/^merchant\//, /^contract\//, /^node:/]],
    ['demo/shop', [/^demo\/shop\//, /^server\/storage\/folder-lock$/, /^merchant\//, /^contract\//, PACKAGES]],
    ['server', [/^server\//, /^contract\//, PACKAGES]],
    ['server/routes', [/^server\/(context$|config$|services\/|routes\/)/, /^contract\//, PACKAGES]],
    [
      'server/services',
      [/^server\/(context$|config$|services\/|storage\/|sandbox\/(payco|phones)$)/, /^contract\//, PACKAGES],
    ],
    ['server/storage', [/^server\/storage\//, /^contract\//, PACKAGES]],
    ['e2e', [/^e2e\//, /^scripts\//, /^merchant\//, /^contract\//, PACKAGES]],
    ['scripts', [/^scripts\//, /^node:/, /^npm:(@playwright\/test|@electric-sql\/pglite)$/]],
  ])('%s imports nothing else', (folder, allowed) => {
    expect(strays(folder, allowed)).toEqual([]);
  });

  it.each(['src', 'ui'])('%s has the schemas for their types only', (folder) => {
    const atRunTime = ({ target, typeOnly }: Import) => !typeOnly && SCHEMAS.test(target);
    expect(strays(folder, [], atRunTime)).toEqual([]);
  });

  it('keeps Preact to the popup’s drawing: popup, screens and parts', () => {
    const allowed = /^ui\/(popup\.tsx$|(legacy\/)?(screens|parts)\/)/;
    const users = within('ui').filter(({ imports }) => imports.some(({ target }) => target.startsWith('npm:preact')));
    expect(users.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });

  it('keeps HTTP out of the services', () => {
    const http = /^(node:https?$|npm:(fastify|@fastify))/;
    expect(
      strays('server/services', [/^(?!node:https?$|npm:(fastify|@fastify))/], ({ target }) => http.test(target)),
    ).toEqual([]);
  });
});

describe('what is not written', () => {
  const BANNED = new Set(['Promise', 'fetch', 'async', 'await']);

  it('has no promise in what a browser loads', () => {
    const found: string[] = [];
    for (const { path, tree } of [...within('src'), ...within('ui')]) {
      const visit = (node: ts.Node): void => {
        const word = ts.isIdentifier(node) ? node.text : ts.tokenToString(node.kind);
        if (word && BANNED.has(word)) found.push(`${path}: ${word}`);
        ts.forEachChild(node, visit);
      };
      visit(tree);
    }
    expect(found).toEqual([]);
  });

  it('has no drawer for everything', () => {
    const bad = /^(utils?|helpers?|common|misc)\b/i;
    const named = ({ path }: Source) => path.split('/').some((part) => bad.test(part));
    expect(sources.filter(named).map(({ path }) => path)).toEqual([]);
  });

  it('has no barrel', () => {
    const reExports = ({ tree }: Source) =>
      tree.statements.length > 0 && tree.statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier);
    expect(sources.filter(reExports).map(({ path }) => path)).toEqual([]);
  });

  it('leaves no test out and waits for conditions only', () => {
    const bad = /\.(only|skip|todo|fixme)\(|waitForTimeout/;
    const tests = [...within('test'), ...within('e2e')].filter(({ path }) => basename(path) !== 'architecture.test.ts');
    expect(tests.filter(({ text }) => bad.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
