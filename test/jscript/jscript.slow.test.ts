import { type StdioOptions, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasWine, WINE } from '../../scripts/wine.mjs';
import * as text from '../../ui/words/ko';
import { built } from '../ui/built';
import { program } from './program';

if (!hasWine())
  console.warn('NOT RUN in JScript: Wine is not installed (Debian: apt install --no-install-recommends wine wine64)');

/** A Windows in a folder, made at the first run, takes some seconds. */
const FIRST_RUN_MS = 120_000;

const shipped = (path: string) => readFileSync(`dist/front${path}`, 'utf8');

describe.each(['JScript 5.8'].filter(hasWine))('in %s', () => {
  let folder: string;
  const env = () => ({
    ...process.env,
    WINEPREFIX: join(folder, 'windows'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // No question whether to download what .NET and web pages would need.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    DISPLAY: '',
  });
  const run = (text: string): string[] => {
    writeFileSync(join(folder, 'program.js'), text);
    // Files, not pipes: what Wine starts beside a program holds those open long after its end.
    const paths = ['out.txt', 'err.txt'].map((name) => join(folder, name));
    const files = paths.map((path) => openSync(path, 'w'));
    const stdio: StdioOptions = ['ignore', ...files];
    const { status } = spawnSync(WINE, ['cscript', '//nologo', 'program.js'], { cwd: folder, env: env(), stdio });
    for (const file of files) closeSync(file);
    const [said, complaint = ''] = paths.map((path) => readFileSync(path, 'utf8').trim());
    // A program that did not begin has said nothing; then Wine says why.
    return [...(said || complaint).split(/\r?\n/), `code ${status}`];
  };
  const failures = (lines: string[]) => lines.filter((line) => !line.startsWith('ok '));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jscript-'));
    mkdirSync(env().WINEPREFIX);
    // Else Wine's server ends a few seconds after each program, and one that starts at that moment does not begin.
    spawnSync('wineserver', ['-p'], { env: env(), stdio: 'ignore' });
    expect(run('WScript.Echo(ScriptEngine())')).toEqual(['JScript', 'code 0']);
  }, FIRST_RUN_MS);
  afterAll(() => {
    spawnSync('wineserver', ['-k', '-w'], { env: env() });
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('the script on the merchant’s page opens and closes a layer, and tells the outcome', () => {
    const script = shipped('/js/okcashbagapi.js');
    expect(failures(run(program(['stub.js'], script, 'merchant.js')))).toEqual(['end', 'code 0']);
  });

  it('the popup starts, shows its screens and hears the shopper', () => {
    const script = shipped(built().popup.ko.legacy.script);
    const words = { title: text.method, card: text.methods.card[0], close: text.close };
    const lines = run(program(['stub.js', 'popup-before.js'], script, 'popup.js', words));
    expect(failures(lines)).toEqual(['end', 'code 0']);
  });

  it('what goes wrong is seen here', () => {
    const [first, ...others] = failures(run(program(['stub.js'], 'var OKcashbagAPI = 7;', 'merchant.js')));
    expect(first).toMatch(/^FAILED nothing is thrown: /);
    expect(others).toEqual(['end', 'code 1']);
  });
});
