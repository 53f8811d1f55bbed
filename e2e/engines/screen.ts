import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type Program, stopper } from './program';

/** A screen that nobody sees, for browsers that need one. */
export interface Screen extends Program {
  /** How a program finds it. */
  env: { DISPLAY: string };
}

/**
 * Starts an X server. It chooses its number itself, and says it when it listens: two that look for a free one meanwhile
 * find the same. `-noreset`: it would start over whenever its last browser ends, and a browser that comes at that
 * moment is never heard of.
 */
export async function startScreen(): Promise<Screen> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    (child.stdio[3] as Readable).once('data', (said: Buffer) => resolve(said.toString().trim()));
  });
  return { env: { DISPLAY: `:${number}` }, stop: stopper(child) };
}
