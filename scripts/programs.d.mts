export const PROGRAMS: Readonly<Record<'ocb' | 'shop' | 'qa', string>>;
