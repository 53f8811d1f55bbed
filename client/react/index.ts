/** `okcashbagapi/react`: the class as a hook. */
export type { OKcashbagHookOptions, OKcashbagState, Token } from './session';
export { type OKcashbagHook, useOKcashbag } from './use-okcashbag';
