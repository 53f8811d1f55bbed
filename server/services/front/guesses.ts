import type { SessionRow } from '../../storage/sessions';
import type { Refusal } from '../refusal';
import type { Work } from '../transact';
import { tally, untally } from './tally';

/** Somebody who says who they are: their session, and the address that they call from. */
export interface Guesser {
  row: Pick<SessionRow, 'trTokenHash'>;
  address: string;
}

/**
 * Counts an identification as a guess before anything is looked up, because its outcome tells whether a card or a
 * number exists, and a card's password is slow to check. Refuses if there were too many. `wasRight` takes it back.
 */
export async function guess(work: Work, { row, address }: Guesser): Promise<Refusal | undefined> {
  const refused = await tally(work, 'guesses', row.trTokenHash);
  return refused ?? tally(work, 'guessesByAddress', address);
}

/** Takes back the guess of a time, because it was none. */
export async function wasRight(work: Work, { row, address }: Guesser, at: number): Promise<void> {
  await untally(work, 'guesses', row.trTokenHash, at);
  await untally(work, 'guessesByAddress', address, at);
}
