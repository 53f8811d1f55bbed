import type { Attack } from './attack';
import { cardNumbers, cardPasswords } from './attacks/cards';
import { slowConnections } from './attacks/connections';
import { controls } from './attacks/controls';
import { calls, waits } from './attacks/floods';
import { lures } from './attacks/lures';
import { envelopes, requests } from './attacks/malformed';
import { pushes, texts } from './attacks/messages';
import { others } from './attacks/others';
import { oneTimeCodes, phoneNumbers } from './attacks/phones';
import { pinReplaced, pinsAtOnce, pinsBetweenPayments } from './attacks/pins';
import { replays } from './attacks/replays';

/** Every attack, in the order of the table. */
export const ATTACKS: readonly Attack[] = [
  pinsAtOnce,
  pinsBetweenPayments,
  pinReplaced,
  cardPasswords,
  cardNumbers,
  phoneNumbers,
  oneTimeCodes,
  texts,
  pushes,
  calls,
  waits,
  slowConnections,
  requests,
  envelopes,
  replays,
  others,
  lures,
  controls,
];
