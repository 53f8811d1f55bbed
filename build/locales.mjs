import { tsImport } from 'tsx/esm/api';

/** @type {typeof import('../contract/locales')} */
export const { LOCALES } = await tsImport('../contract/locales.ts', import.meta.url);
