import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(__dirname, '..');
const PROGRAMS = ['contract', 'src', 'doctor', 'ui', 'merchant', 'server', 'demo', 'e2e', 'scripts', 'build', 'test'];

interface Source {
  path: string;
  text: string;
  tree: ts.SourceFile;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const sources: Source[] = PROGRAMS.flatMap(filesUnder).map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, tree };
});

const within = (folder: string): Source[] => sources.filter(({ path }) => path.startsWith(`${folder}/`));

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
