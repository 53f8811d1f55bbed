import type { Locale } from '../../../contract/locales';
import { en } from './en';
import { ko, type SandboxWords } from './ko';

/** The texts of the sandbox's pages in each language. */
export const WORDS: Readonly<Record<Locale, SandboxWords>> = { ko, en };
