import { register } from 'tsx/esm/api';

/** A module for OCB_PROVIDERS: the sandbox's made-up providers, which are TypeScript. */
register();
export const { openProviders } = await import('../../../server/sandbox/providers/open.ts');
