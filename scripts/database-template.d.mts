export type Program = 'ocb' | 'shop';
export function databaseTemplate(program: Program): Promise<string>;
export function copyDatabase(program: Program, dataDir: string): Promise<void>;
