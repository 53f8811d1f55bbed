import { parseArgs } from 'node:util';
import { addMerchant, rotateKeys, suspendMerchant } from '../services/merchant/register';
import { requireProduction } from './migrate';
import { openProduction } from './open';

const USAGE = `Usage:
  merchant add --nxMctNo=… --nxMctCorpNo=… --name=… --origin=https://… [--origin=…]
  merchant suspend <nxMctNo>
  merchant rotate-keys <nxMctNo>`;

const known = <T>(found: T | undefined | false, nxMctNo: string): T => {
  if (found === undefined || found === false) throw new Error(`There is no merchant ${nxMctNo}`);
  return found;
};

/** Runs a `merchant` command and returns the text to print. Throws an Error with a message for the operator. */
export async function merchantCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { nxMctNo: text, nxMctCorpNo: text, name: text, origin: { ...text, multiple: true } },
  });
  const [action, numbered = ''] = positionals;
  const { storage, ground } = await openProduction(env);
  try {
    await requireProduction(storage);
    if (action === 'suspend') {
      known(await suspendMerchant(ground, numbered), numbered);
      return `Merchant ${numbered} is suspended`;
    }
    if (action === 'rotate-keys') return JSON.stringify(known(await rotateKeys(ground, numbered), numbered), null, 2);
    const { nxMctNo, nxMctCorpNo, name, origin: origins = [] } = values;
    if (action !== 'add' || !nxMctNo || !nxMctCorpNo || !name || origins.length === 0) throw new Error(USAGE);
    const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
    if (wrong !== undefined) throw new Error(`--origin must be an origin like https://shop.example, got "${wrong}"`);
    const credentials = await addMerchant(ground, { nxMctNo, nxMctCorpNo, name, origins });
    if (!credentials) throw new Error(`There is a merchant ${nxMctNo} already`);
    return JSON.stringify(credentials, null, 2);
  } finally {
    await storage.close();
  }
}
