import type { AppPush } from './app-push';
import type { Approval } from './approval';
import type { CardDirectory } from './card-directory';
import type { IdentityAgency } from './identity-agency';
import type { Payco } from './payco';

/**
 * The external systems that OCB depends on. Each interface states its time limits and whether calls can be repeated;
 * test/server/providers.ts checks this.
 */
export interface Providers {
  cards: CardDirectory;
  identity: IdentityAgency;
  push: AppPush;
  payco: Payco;
  approval: Approval;
}
