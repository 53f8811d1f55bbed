import { parseArgs } from 'node:util';
import { revokeUserAuthTokens } from '../services/user-auth-tokens';
import { requireProduction } from './migrate';
import { openProduction } from './open';

const USAGE = 'Usage: revoke-tokens [--nxMctNo=…] [--member=<id>], one of them at least';

/** Runs `revoke-tokens` and returns the text to print. Throws an Error with a message for the operator. */
export async function revokeCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { nxMctNo: text, member: text } });
  const { nxMctNo, member } = values;
  if ((nxMctNo === undefined && member === undefined) || !/^[0-9]*$/.test(member ?? '')) throw new Error(USAGE);
  const { storage, ground } = await openProduction(env);
  try {
    await requireProduction(storage);
    const memberId = member === undefined ? undefined : Number(member);
    return `${await revokeUserAuthTokens(ground, { nxMctNo, memberId })} userAuthTokens are revoked`;
  } finally {
    await storage.close();
  }
}
