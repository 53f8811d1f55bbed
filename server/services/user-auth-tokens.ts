import { PROTECTIONS } from '../../contract/protections';
import type { Context } from '../context';
import { deleteUserAuthTokens, type Holder } from '../storage/user-auth-tokens';
import { transact } from './transact';

/** A userAuthToken that was last used before this is invalid. */
export const unusedSince = (now: number): number => now - PROTECTIONS.userAuthTokenLife.windowMs;

/**
 * Revokes userAuthTokens: all of a merchant (its database leaked), all of a member (a lost telephone, a stolen
 * account), or a member's at a merchant. The shoppers identify themselves again. Returns how many there were.
 */
export const revokeUserAuthTokens = (
  ground: Pick<Context, 'transact' | 'clock' | 'random'>,
  holder: Holder,
): Promise<number> => transact(ground, ({ tx }) => deleteUserAuthTokens(tx, holder));
