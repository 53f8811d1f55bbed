export const WINE: string;
export function hasWine(): boolean;
