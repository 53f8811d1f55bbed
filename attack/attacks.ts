import type { Attack } from './attack';
import { cardPasswords } from './attacks/cards';
import { slowConnections } from './attacks/connections';
import { controls } from './attacks/controls';
import { calls } from './attacks/floods';
import { envelopes, requests } from './attacks/malformed';
import { others } from './attacks/others';
import { oneTimeCodes } from './attacks/phones';
import { pinsAtOnce } from './attacks/pins';
import { replays } from './attacks/replays';

/** Every attack, in the order of the table. */
export const ATTACKS: readonly Attack[] = [
  pinsAtOnce,
  cardPasswords,
  oneTimeCodes,
  calls,
  slowConnections,
  requests,
  envelopes,
  replays,
  others,
  controls,
];
