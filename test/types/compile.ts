import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** TypeScript's own libraries, each read once: that takes longer than all else. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function hostFor(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  const folder = host.getDefaultLibLocation?.() ?? '';
  host.getSourceFile = (name, how, ...more) => {
    if (!name.startsWith(folder)) return getSourceFile(name, how, ...more);
    const key = `${name} ${JSON.stringify(how)}`;
    if (!libraries.has(key)) libraries.set(key, getSourceFile(name, how, ...more));
    return libraries.get(key);
  };
  return host;
}

/** What TypeScript says against this code as `index.ts` of a merchant's project; its own libraries are not examined. */
export function errorsIn(project: string, code: string, more: ts.CompilerOptions): string[] {
  const file = join(project, 'index.ts');
  writeFileSync(file, code);
  const options = { noEmit: true, strict: true, skipDefaultLibCheck: true, ...more };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, hostFor(options)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What the compiler of a package prints about a project with this configuration; empty if nothing is wrong. */
export function errorsOfCompiler(compiler: string, project: string, configuration: object): string {
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(configuration));
  const tsc = resolve('node_modules', compiler, 'bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
  return stdout + stderr;
}
