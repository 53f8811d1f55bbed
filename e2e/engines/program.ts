import { type ChildProcess, spawn } from 'node:child_process';

const READY_LIMIT_MS = 30_000;

/** A program that an engine needs, in a process group of its own: some start others. */
export interface Program {
  stop(): Promise<void>;
}

/** Starts a program, and waits until its address answers. `env` is what it gets beside this process's own. */
export async function startProgram(program: string, args: string[], address: string, env = {}): Promise<Program> {
  const child = spawn(program, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } });
  const stop = stopper(child);
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
  const deadline = Date.now() + READY_LIMIT_MS;
  const answers = async (): Promise<void> => {
    while (!(await isUp(address))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`);
      if (Date.now() > deadline) throw new Error(`${program} does not answer at ${address}`);
      await new Promise((again) => setTimeout(again, 50));
    }
  };
  await Promise.race([answers(), failed]).catch(async (error) => {
    await stop();
    throw error;
  });
  return { stop };
}

const isUp = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

/** How a program that leads a process group is stopped, and what it has started with it. */
export const stopper = (child: ChildProcess) => (): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const group = -child.pid;
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    process.kill(group, 'SIGTERM');
  });
};
