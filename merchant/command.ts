import { parseArgs } from 'node:util';
import { MERCHANT_CALLS, type MerchantCall } from '../contract/merchant-api';
import {
  type CipherKeys,
  createMerchantClient,
  decrypt,
  encrypt,
  type MerchantClient,
  MerchantError,
  type MerchantEvent,
  type Verdict,
} from './client';
import { type Credentials, credentialsFrom, VARIABLES } from './credentials';
import type { Time } from './time';

/** What a command works with: a process's, or a test's. */
export interface Shell extends Time {
  env: Record<string, string | undefined>;
  /** Reads a text file. */
  readFile(path: string): Promise<string>;
  /** Reads all of standard input. */
  readInput(): Promise<string>;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes a line to standard error. */
  complain(line: string): void;
}

const EXIT = { approved: 0, refused: 1, usage: 2, unknown: 3 } as const;

const KEYS = ['aesKey', 'aesIv'] as const;
const CALLS = [...(Object.keys(MERCHANT_CALLS) as MerchantCall[]), 'settle'] as const;

const HELP = `Makes and reads the server calls of OK Cashbag, for support work.

  okcashbag encrypt [TEXT]      the text as it goes over the wire (AES-128-CBC, Base64)
  okcashbag decrypt [BASE64]    the text in what came over the wire
  okcashbag call NAME [JSON]    makes a call, prints its answer or verdict as JSON
  okcashbag sandbox [--lan]     runs the sandbox at http://127.0.0.1:4000 (OCB_PORT, SHOP_ORIGINS, DATA_DIR)

NAME is ${CALLS.join(', ')}.
The merchant's numbers are added to JSON; settle takes the question of an unknown verdict.
What is left out, or is -, is read from standard input: tokens and card numbers then stay out of the shell's history.

  --credentials FILE   JSON with ${Object.keys(VARIABLES).join(', ')}
  --verbose            tells on standard error what happens on the way
  --help               this text

Credentials that no file has come from the environment:
${Object.values(VARIABLES).join(', ')}.

Exit code: 0 done or approved, 1 refused, 2 used in a wrong way, 3 unknown (keep the question and settle it later).`;

/** The command line is invalid; the message says how. */
class UsageError extends Error {}

/** Runs one command and returns its exit code. `args` are the arguments after the program's name. */
export async function runCommand(args: string[], shell: Shell): Promise<number> {
  try {
    const { values, positionals } = optionsIn(args);
    const [command, ...rest] = positionals;
    if (values.help) return done(shell, HELP);
    const { credentials: path } = values;
    const file = path === undefined ? {} : objectIn(await shell.readFile(path), 'the credentials file');
    const keys = () => credentialsFrom(KEYS, file, shell.env);
    switch (command) {
      case 'encrypt':
        return done(shell, encrypt(await last(rest, 1, shell), keys()));
      case 'decrypt':
        return done(shell, opened(await last(rest, 1, shell), keys()));
      case 'call': {
        const logger = (event: MerchantEvent) => values.verbose && shell.complain(JSON.stringify(event));
        const credentials = credentialsFrom(Object.keys(VARIABLES) as (keyof Credentials)[], file, shell.env);
        const request = objectIn(await last(rest, 2, shell), 'the request');
        return await makeCall(
          createMerchantClient({ ...credentials, logger, ...(shell.sleep && { sleep: shell.sleep }) }),
          rest[0],
          request,
          shell,
        );
      }
      default:
        throw new UsageError(command ? `There is no command ${command}.` : 'Say what to do.');
    }
  } catch (error) {
    shell.complain(`okcashbag: ${error instanceof Error ? error.message : error}`);
    if (error instanceof UsageError) shell.complain('okcashbag --help tells more.');
    return EXIT.usage;
  }
}

/** Makes a call and prints its response or verdict. */
async function makeCall(kit: MerchantClient, name: string | undefined, request: object, shell: Shell): Promise<number> {
  const call = CALLS.find((known) => known === name);
  if (!call) throw new UsageError(`There is no call ${name}: it is one of ${CALLS.join(', ')}.`);
  try {
    // The kit or OCB reports an invalid request.
    const answer = await (kit[call] as (request: object) => Promise<object | Verdict<object>>)(request);
    shell.print(JSON.stringify(answer, undefined, 2));
    return 'outcome' in answer ? EXIT[answer.outcome] : EXIT.approved;
  } catch (error) {
    if (!(error instanceof MerchantError)) throw error;
    shell.print(JSON.stringify({ error }, undefined, 2));
    return EXIT.refused;
  }
}

/** Replaces OpenSSL's cryptic wrong-key error. */
function opened(base64: string, keys: CipherKeys): string {
  encrypt('', keys);
  try {
    return decrypt(base64, keys);
  } catch {
    throw new Error('That cannot be decrypted: it is no whole body of a call, or was made with another key.');
  }
}

function done(shell: Shell, text: string): number {
  shell.print(text);
  return EXIT.approved;
}

/** Returns the last of a command's `count` arguments, or standard input if it is omitted or `-`. */
async function last(args: string[], count: number, shell: Shell): Promise<string> {
  if (args.length > count) throw new UsageError(`There is an argument too many: put quotes around JSON and text.`);
  const given = args[count - 1] ?? '-';
  return given === '-' ? (await shell.readInput()).replace(/\r?\n$/, '') : given;
}

/** Parses a JSON object. The error does not quote the text, which contains secrets. */
function objectIn(json: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Reported below.
  }
  throw new UsageError(`Expected a JSON object in ${what}.`);
}

function optionsIn(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { credentials: { type: 'string' }, verbose: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
