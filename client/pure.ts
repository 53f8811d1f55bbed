/** `okcashbagapi/pure`: the same as `okcashbagapi`, but to import it does nothing at all. */

export type * from '../src/api';
export { type LoadOptions, loadOKcashbagAPI } from './load';
