import { createRequire } from 'node:module';

/** Beside `dist/kit`: the sandbox needs packages that a merchant's server does not. */
const SANDBOX = new URL('../sandbox/cli/sandbox.js', import.meta.url).href;

/** Runs the package's sandbox, and says what to install if its packages are missing. */
export async function runSandboxCommand(args: string[]): Promise<void> {
  const { runSandbox } = await import(SANDBOX).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_MODULE_NOT_FOUND' ? new Error(howToInstall()) : error;
  });
  await runSandbox(args);
}

function howToInstall(): string {
  const { peerDependencies } = createRequire(import.meta.url)('../../package.json') as {
    peerDependencies: Record<string, string>;
  };
  const packages = Object.entries(peerDependencies).filter(([name]) => name !== 'react');
  const names = packages.map(([name, version]) => `${name}@${version}`).join(' ');
  return `The sandbox needs packages that are not installed: npm install --save-dev ${names}`;
}
