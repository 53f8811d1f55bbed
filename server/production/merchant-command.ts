import { parseArgs } from 'node:util';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { issueToken } from '../../contract/merchant-api';
import { isOrigin } from '../config';
import {
  addMerchant,
  type Ground,
  type Registration,
  resumeMerchant,
  rotateKeys,
  suspendMerchant,
} from '../services/merchant/register';
import { requireProduction } from './migrate';
import { openProduction } from './open';

const USAGE = `Usage:
  merchant add --nxMctNo=… --nxMctCorpNo=… --name=… --origin=https://… [--origin=…]
  merchant suspend <nxMctNo>
  merchant resume <nxMctNo>
  merchant rotate-keys <nxMctNo>`;

const text = { type: 'string' } as const;
const OPTIONS = { nxMctNo: text, nxMctCorpNo: text, name: text, origin: { ...text, multiple: true } } as const;
const numbers = Compile(Type.Pick(issueToken.request, ['nxMctNo', 'nxMctCorpNo']));

/** Does what a command says. Returns the text to print, or nothing if there is no such merchant. */
type Action = (ground: Ground, nxMctNo: string) => Promise<string | false | undefined>;

const asText = (credentials: object | undefined) => credentials && JSON.stringify(credentials, null, 2);

const ACTIONS = new Map<string | undefined, Action>([
  ['suspend', async (ground, no) => (await suspendMerchant(ground, no)) && `Merchant ${no} is suspended`],
  ['resume', async (ground, no) => (await resumeMerchant(ground, no)) && `Merchant ${no} is no longer suspended`],
  ['rotate-keys', async (ground, no) => asText(await rotateKeys(ground, no))],
]);

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Reads the options of `merchant add`. */
function registrationOf({ origin: origins = [], ...rest }: ReturnType<typeof parsed>['values']): Registration {
  const { nxMctNo, nxMctCorpNo, name } = rest;
  if (!nxMctNo || !nxMctCorpNo || !name || origins.length === 0) throw new Error(USAGE);
  const [wrong] = numbers.Errors({ nxMctNo, nxMctCorpNo });
  if (wrong) throw new Error(`--${wrong.instancePath.slice(1)} ${wrong.message}`);
  const noOrigin = origins.find((origin) => !isOrigin(origin));
  if (noOrigin !== undefined)
    throw new Error(`--origin must be an origin like https://shop.example, got "${noOrigin}"`);
  return { nxMctNo, nxMctCorpNo, name, origins };
}

/** Reads a command. Throws an Error that says what is wrong with it. */
function read(args: readonly string[]): (ground: Ground) => Promise<string> {
  const { values, positionals } = parsed(args);
  const [name, nxMctNo, ...more] = positionals;
  if (name === 'add' && nxMctNo === undefined) {
    const registration = registrationOf(values);
    return async (ground) => {
      const credentials = asText(await addMerchant(ground, registration));
      if (!credentials) throw new Error(`There is a merchant ${registration.nxMctNo} already`);
      return credentials;
    };
  }
  const action = ACTIONS.get(name);
  if (!action || !nxMctNo || more.length > 0 || Object.keys(values).length > 0) throw new Error(USAGE);
  return async (ground) => {
    const done = await action(ground, nxMctNo);
    if (!done) throw new Error(`There is no merchant ${nxMctNo}`);
    return done;
  };
}

/** Runs a `merchant` command and returns the text to print. Throws an Error with a message for the operator. */
export async function merchantCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const command = read(args);
  const { storage, ground } = await openProduction(env);
  try {
    await requireProduction(storage);
    return await command(ground);
  } finally {
    await storage.close();
  }
}
