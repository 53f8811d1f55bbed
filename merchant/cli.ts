#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { runCommand } from './command';
import { runSandboxCommand } from './sandbox-command';

/** `npx okcashbag`: the kit on the command line, and the sandbox. */
const [command, ...rest] = process.argv.slice(2);
if (command === 'sandbox') {
  await runSandboxCommand(rest).catch((error: Error) => {
    process.stderr.write(`okcashbag: ${error.message}\n`);
    process.exitCode = 1;
  });
} else {
  process.exitCode = await runCommand(process.argv.slice(2), {
    env: process.env,
    readFile: (path) => readFile(path, 'utf8'),
    readInput: () => text(process.stdin),
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  });
}
