import type { AppPush } from './app-push';
import type { Approval } from './approval';
import type { CardDirectory } from './card-directory';
import type { IdentityAgency } from './identity-agency';
import type { Payco } from './payco';

/** What OCB asks of others. Each says what it promises about time and repetition; test/server/providers.ts checks that. */
export interface Providers {
  cards: CardDirectory;
  identity: IdentityAgency;
  push: AppPush;
  payco: Payco;
  approval: Approval;
}
