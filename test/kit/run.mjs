import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/run.mjs';

/**
 * Packs the project, installs the package in a merchant's empty project, and runs kit.mjs there with another Node,
 * against a sandbox with this one. Arguments: that Node's program, and a file for the report of its tests (TAP).
 */
const [node, report] = process.argv.slice(2);

function startSandbox() {
  const env = { ...process.env, OCB_PORT: '0', DATA_DIR: 'memory://', DATABASE_URL: '', LOG_LEVEL: 'warn' };
  return spawn(process.execPath, ['--import', 'tsx', 'server/sandbox/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The package as npm would publish it, built before, installed in a folder. */
function installPacked(project) {
  const npm = (cwd, ...args) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', project));
  npm(project, 'init', '--yes');
  npm(project, 'install', '--offline', '--no-audit', '--no-fund', join(project, filename));
}

async function runTests(project, url) {
  const child = spawn(node, ['kit.mjs'], {
    cwd: project,
    env: { ...process.env, OCB_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.pipe(process.stdout);
  child.stdout.pipe(createWriteStream(report));
  const [code] = await once(child, 'close');
  return code;
}

const folder = mkdtempSync(join(tmpdir(), 'okcashbag-kit-'));
const sandbox = startSandbox();
try {
  const ready = once(createInterface({ input: sandbox.stdout }), 'line');
  const project = join(folder, 'merchant');
  mkdirSync(project);
  installPacked(project);
  copyFileSync(join(root, 'test/kit/kit.mjs'), join(project, 'kit.mjs'));
  const [line] = await ready;
  process.exitCode = await runTests(project, line.replace('OCB sandbox ready: ', ''));
} finally {
  sandbox.kill();
  rmSync(folder, { recursive: true });
}
