export const PROGRAMS: Readonly<Record<'ocb' | 'shop', string>>;
