import { spawnSync } from 'node:child_process';

/** Whether there is a JDK. */
export const hasJava = () => spawnSync('javac', ['-version']).status === 0;
