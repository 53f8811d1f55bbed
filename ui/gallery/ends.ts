/** Before the first screen, and after what stops a visit. */
import type { ErrorCode } from '../../contract/errors';
import { cardSent } from './identify';
import { follow, lost, opening, refused, slow } from './moment';

export const OPENING = {
  plain: opening,
  slow: follow(opening, slow),
  lost: follow(opening, lost('network')),
  offline: follow(opening, lost('offline')),
  failed: follow(opening, refused('2000')),
};

const stopped = (code: ErrorCode) => follow(cardSent, refused(code));

export const STOP = {
  plain: follow(opening, refused('1000')),
  maintenance: follow(opening, refused('9000')),
  withdrawn: stopped('4057'),
  suspended: stopped('4058'),
};
