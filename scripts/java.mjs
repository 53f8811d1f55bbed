import { spawnSync } from 'node:child_process';

/** Whether there is a Java runtime. */
export const hasJava = () => spawnSync('java', ['-version']).status === 0;
